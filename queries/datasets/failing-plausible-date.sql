-- Cells that are no date between 1900 and 2099 written so.
-- {field} the column
-- {format} how it is written
count(*) filter (where {field} is not null and not coalesce(
  strftime(try_strptime({field}, {format}), {format}) = {field}
  and year(try_strptime({field}, {format})) between 1900 and 2099, false))
