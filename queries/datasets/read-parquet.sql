-- A Parquet file as a table whose columns are text, whole numbers, numbers, truths, dates or times.
-- {raw} the temporary table
-- {columns} its columns, from the own-* fragments
-- $path varchar = '/incoming/customers.parquet'
create temporary table {raw} as
select {columns}
from read_parquet($path)
