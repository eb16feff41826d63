-- Every different value of one field of a table with several records per customer, its records and its customers.
-- {number} the field's place in the list
-- {table} the relation
-- {field} the field
-- {cell} a value as its file writes it
-- {key} the field that says which customer
select {number}::integer as field, {cell} as value, records, holders, cast(holder as varchar) as holder
from (
  select value, sum(records) as records, count(holder) as holders, min(holder) as holder
  from (select {field} as value, {key} as holder, count(*) as records from {table} group by 1, 2)
  group by value
)
