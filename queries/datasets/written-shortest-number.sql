-- A number without idle zeros, as its file writes it.
-- {field} the field
case when {field}::varchar like '%.0' then rtrim(rtrim({field}::varchar, '0'), '.') else {field}::varchar end
