-- When the first event of a table happened.
-- {events} the events table
-- {at} when it happened
select min({at}) as first_at from {events}
