-- The ways a field writes the value asked for, as written first, else whatever differs only in capitals.
-- $value varchar = 'yes'
-- {records} the table's relation
-- {field} the field
select
  trim({field}::varchar) as value,
  count(*) as records,
  value = trim($value::varchar) as as_written
from {records}
where lower(trim({field}::varchar)) = lower(trim($value::varchar))
group by all
order by as_written desc, records desc, value
