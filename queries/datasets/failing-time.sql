-- Filled cells that do not come back the same from a date or time written so.
-- {field} the column
-- {filled} whether it is filled
-- {format} how it is written
count(*) filter (where {filled} and strftime(try_strptime({field}, {format}), {format}) is distinct from {field})
