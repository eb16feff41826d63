-- Per customer with any entry, the channels that were agreed from each entry on: one bit per channel.
-- $lasting integer = 0
-- {agreed} the bits of the channels with history
create temp table reach_timeline as
select consent_timeline.customer, consent_timeline.said_at, {agreed} + (reach_before.agreed & $lasting::integer) as agreed
from consent_timeline
join reach_before on reach_before.customer = consent_timeline.customer
window moments as (partition by consent_timeline.customer order by consent_timeline.said_at)
