-- The first $most kinds of events up to the cut-off, in the order of their names, and how many customers have each.
-- $most bigint = 13
-- {event} the field that says which event it was
-- {key} whose event it is
-- {events} the table
-- {within} which records count, as a condition
select {event}::varchar as kind, count(distinct {key}) as customers
from {events}
where {event} is not null and {key} is not null and ({within})
group by all
order by kind
limit $most::bigint;
