-- Cells that do not come back the same from a number with exactly so many decimals, of at most 15 digits.
-- {field} the column
-- {cell} the cell with a decimal point
-- {decimals} how many
count(*) filter (where {field} is not null
  and try_cast({cell} as decimal(15, {decimals}))::varchar is distinct from {cell})
