-- Several counts over the cells of one column, for unionAll with those of others.
-- {place} the column's place among them, as a literal
-- {counts} the counts, from the failing-* fragments and blank-cells
-- {cells} the cells, from different-cells or every-cell
select {place} as place, list_value({counts}) as counts
from ({cells})
