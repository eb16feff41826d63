-- Filled cells that are no time with an offset written so.
-- {field} the column
-- {filled} whether it is filled
-- {format} how it is written
count(*) filter (where {filled} and try_strptime({field}, {format}) is null)
