-- A temporary table of a file's own types as one whose columns are text, whole numbers, numbers, truths, dates or times.
-- {raw} the new temporary table
-- {columns} its columns, from the own-* fragments
-- {table} the table
create temporary table {raw} as
select {columns}
from {table}
