-- The columns of a Parquet file and their types.
-- $path varchar = '/incoming/customers.parquet'
select column_name as name, column_type as type
from (describe select * from read_parquet($path))
