-- Every different value of one field of the customers table, and how many customers have it.
-- {number} the field's place in the list
-- {customers} the relation, one record per customer
-- {field} the field
-- {cell} a value as its file writes it
select {number}::integer as field, {cell} as value, records, records as holders, null::varchar as holder
from (select {field} as value, count(*) as records from {customers} group by 1)
