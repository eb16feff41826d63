-- The times of one needed field from the table that holds them, and when each was known here.
-- $position integer = 1
-- $key bigint = 1
-- $as_of timestamp = null
-- {events} the table
-- {event_key} whose reading it is, as text
-- {fires} the row is a reading of this field
-- {at} when it was read
-- {known} when it was known here
insert into readings
with rows as (select {event_key} as key, {at} as read_at, {known} as known_at from {events} where {fires}),
names as (select customer, keys[$key::bigint] as key from people)
select $position::integer, names.customer, rows.read_at, rows.known_at
from rows
join names on names.key = rows.key
where rows.read_at is not null
  and rows.known_at is not null
  and ($as_of::timestamp is null or (rows.read_at <= $as_of::timestamp and rows.known_at <= $as_of::timestamp))
