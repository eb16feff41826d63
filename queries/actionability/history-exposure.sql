-- How long the values of a history have been watched, over all customers, in days; and when it ends.
-- $as_of timestamp = null
-- {history} the table that holds the values
-- {entry_key} whose value it is, as text
-- {at} when it was read
-- {value} the value as text; blanks are none
with firsts as (
  select min(epoch_us({at})) as first_at
  from {history}
  where {at} is not null and {entry_key} is not null and {value} is not null
    and ($as_of::timestamp is null or {at} <= $as_of::timestamp)
  group by {entry_key}
),
ends as (
  select coalesce(epoch_us($as_of::timestamp), (select max(epoch_us({at})) from {history})) as last_at
)
select count(*) as customers, coalesce(sum(ends.last_at - firsts.first_at), 0)::double / 86400000000 as days
from firsts cross join ends
