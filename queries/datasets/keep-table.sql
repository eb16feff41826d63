-- The table as it is kept, in the order of the file.
-- {table} the table
-- {columns} its columns, from the as-* fragments
-- {raw} the temporary table of texts
create table {table} as
select {columns}
from {raw}
