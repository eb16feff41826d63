-- How old the filled values of a field are at the as-of time, in minutes, by each customer's latest event up to then.
-- {number} the field's place in the list
-- {table} the relation that holds the field
-- {field} the field
-- {joins} its field that the events' key matches
-- {events} the relation that holds the events
-- {key} the events' field that says which customer
-- {at} when an event happened
-- {chosen} a condition on the events (every-record, records-of-event)
-- {as_of} the as-of time
select
  {number}::integer as field,
  count(*) as measured,
  quantile_cont(age, 0.5) as median,
  quantile_cont(age, 0.9) as p90,
  max(updated) as latest
from (
  select (epoch({as_of}::timestamp) - epoch(read.updated)) / 60.0 as age, read.updated
  from {table} as held
  join (
    select {key}::varchar as holder, max({at}::timestamp) as updated
    from {events}
    where {at}::timestamp <= {as_of}::timestamp and {chosen}
    group by 1
  ) as read on held.{joins}::varchar = read.holder
  where held.{field} is not null
)
having count(*) > 0
