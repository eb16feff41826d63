-- The ways a field writes the value asked for, as written first, else whatever differs only in capitals.
-- $value varchar = 'yes'
-- {records} the table's relation
-- {field} the field
with cells as (
  select trim({field}::varchar) as cell
  from {records}
)
select
  cell as value,
  count(*) as records,
  cell = trim($value::varchar) as as_written
from cells
where lower(cell) = lower(trim($value::varchar))
group by cell
order by as_written desc, records desc, cell
