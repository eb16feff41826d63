-- Filled cells that do not come back the same from a number without idle zeros.
-- {cell} the cell with a decimal point
-- {filled} whether it is filled
count(*) filter (where {filled} and not coalesce(
  (try_cast({cell} as double)::varchar = {cell} or try_cast({cell} as double)::varchar = {cell} || '.0')
  and {cell} not in ('nan', 'inf', '-inf') and {cell} not like '%.0', false))
