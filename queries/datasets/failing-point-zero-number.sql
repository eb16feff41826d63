-- Cells that do not come back the same from a number that always has a decimal.
-- {field} the column
-- {cell} the cell with a decimal point
count(*) filter (where {field} is not null and not coalesce(
  try_cast({cell} as double)::varchar = {cell} and {cell} not in ('nan', 'inf', '-inf'), false))
