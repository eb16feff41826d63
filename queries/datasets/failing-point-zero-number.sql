-- Filled cells that do not come back the same from a number that always has a decimal.
-- {cell} the cell with a decimal point
-- {filled} whether it is filled
count(*) filter (where {filled} and not coalesce(
  try_cast({cell} as double)::varchar = {cell} and {cell} not in ('nan', 'inf', '-inf'), false))
