-- Yeses that were withdrawn, and how long yeses stood, in days; both within a year before the as-of time, over all channels.
-- $as_of timestamp = '2026-11-23'
with states as (
  select
    customer,
    channel,
    granted,
    greatest(said_at, $as_of::timestamp - interval 365 days) as since,
    lead(said_at) over (partition by customer, channel order by said_at) as next_at,
    lead(granted) over (partition by customer, channel order by said_at) as next_granted
  from consent_timeline
  where said_at <= $as_of::timestamp and isfinite(said_at)
),
standing as (
  select
    since,
    coalesce(next_at, $as_of::timestamp) as until,
    next_at is not null and not next_granted as withdrawn
  from states
  where granted
)
select
  count(*) filter (where withdrawn and until > $as_of::timestamp - interval 365 days) as withdrawn,
  coalesce(sum(greatest(epoch_us(until) - epoch_us(since), 0)), 0)::double / 86400000000 as days
from standing
