-- Cells that do not come back the same from a whole number.
-- {field} the column
count(*) filter (where {field} is not null and try_cast({field} as bigint)::varchar is distinct from {field})
