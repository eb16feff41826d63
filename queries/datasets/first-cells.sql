-- The first records of a table, each as a list of texts.
-- {cells} its columns, from text-cell
-- {rows} the table
select list_value({cells}) as cells
from {rows}
limit 20
