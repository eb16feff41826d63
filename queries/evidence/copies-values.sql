-- The cells of the fields, of every $every-th record.
-- $every bigint = 1
-- {customers} the customers table
-- {fields} the fields
select {fields}
from {customers}
where $every::bigint = 1 or hash(rowid) % $every::bigint::ubigint = 0;
