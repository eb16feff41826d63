-- The customers, each with what their records in one table add up to.
-- {customers} the customers, or what this query made of them for another table
-- {customer} what tells them apart in that table
-- {rolled} what the records add up to for each key
-- {columns} those columns, as the customers take them over
(
  select customers.*, {columns}
  from {customers} as customers
  left join ({rolled}) as rolled on rolled.rolled_key = customers.{customer}::varchar
)
