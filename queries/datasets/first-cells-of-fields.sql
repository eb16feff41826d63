-- The first cells of some columns.
-- {fields} the columns
-- {rows} the table
select {fields}
from {rows}
limit 100
