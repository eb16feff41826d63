-- Filled cells that do not come back the same from a whole number.
-- {field} the column
-- {filled} whether it is filled
count(*) filter (where {filled} and try_cast({field} as bigint)::varchar is distinct from {field})
