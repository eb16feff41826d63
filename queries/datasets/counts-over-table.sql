-- Several counts in one pass.
-- {counts} the counts, from the failing-* fragments and blank-cells
-- {rows} the table
select list_value({counts}) as counts
from {rows}
