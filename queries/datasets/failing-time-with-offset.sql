-- Cells that are no time with an offset written so.
-- {field} the column
-- {format} how it is written
count(*) filter (where {field} is not null and try_strptime({field}, {format}) is null)
