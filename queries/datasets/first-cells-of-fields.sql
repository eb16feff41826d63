-- The first cells of some columns, a list a record: a column may be called anything, __proto__ included.
-- {fields} the columns
-- {rows} the table
select list_value({fields}) as cells
from {rows}
limit 100
