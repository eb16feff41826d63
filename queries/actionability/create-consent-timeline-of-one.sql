-- Per customer and channel, what stood from each entry on, where there is one purpose: a withdrawal wins a tie.
create temp table if not exists consent_timeline as
select customer, channel, coalesce(said_at, timestamp '-infinity') as said_at, bool_and(granted) as granted
from consent_entries
group by customer, channel, coalesce(said_at, timestamp '-infinity')
