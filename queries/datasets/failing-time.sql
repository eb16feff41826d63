-- Cells that do not come back the same from a date or time written so.
-- {field} the column
-- {format} how it is written
count(*) filter (where {field} is not null
  and strftime(try_strptime({field}, {format}), {format}) is distinct from {field})
