-- Cells that do not come back the same from a number without idle zeros.
-- {field} the column
-- {cell} the cell with a decimal point
count(*) filter (where {field} is not null and not coalesce(
  (try_cast({cell} as double)::varchar = {cell} or try_cast({cell} as double)::varchar = {cell} || '.0')
  and {cell} not in ('nan', 'inf', '-inf') and not ends_with({cell}, '.0'), false))
