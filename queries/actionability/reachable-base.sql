-- Customers of the audience who can be reached today, who could be asked again, and whose last yes is over two years old.
-- $as_of timestamp = '2026-11-23'
with channels as (
  select
    customer_channels.customer,
    bool_or(customer_channels.agreed and customer_channels.reachable) as reached,
    bool_or(customer_channels.reachable and not customer_channels.agreed and not customer_channels.refused) as askable,
    max(latest.said_at) filter (where customer_channels.agreed and customer_channels.reachable) as last_yes
  from customer_channels
  left join (
    select customer, channel, max(said_at) as said_at from consent_entries where granted group by customer, channel
  ) as latest on latest.customer = customer_channels.customer and latest.channel = customer_channels.channel
  group by customer_channels.customer
)
select
  count(*) filter (where channels.reached) as reached,
  count(*) filter (where channels.askable and not channels.reached) as askable,
  count(*) filter (where channels.reached and channels.last_yes <= $as_of::timestamp - interval 24 months) as old
from people
join channels on channels.customer = people.customer
where people.in_audience
