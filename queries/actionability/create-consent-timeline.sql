-- Per customer and channel, what stood from each entry on: per purpose the latest entry wins, a withdrawal wins a tie, one no is a no.
create temp table if not exists consent_timeline as
with moments as (
  select customer, channel, purpose, coalesce(said_at, timestamp '-infinity') as said_at, bool_and(granted) as granted
  from consent_entries
  group by all
),
points as (
  select changes.customer, changes.channel, changes.said_at, purposes.purpose
  from (select distinct customer, channel, said_at from moments) as changes
  cross join (select distinct purpose from moments) as purposes
)
select points.customer, points.channel, points.said_at, bool_and(moments.granted) as granted
from points
asof join moments
  on moments.customer = points.customer
  and moments.channel = points.channel
  and moments.purpose = points.purpose
  and points.said_at >= moments.said_at
group by points.customer, points.channel, points.said_at
