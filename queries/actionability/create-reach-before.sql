-- Per customer, the channels that count as agreed before any entry: one bit per channel.
-- $channels varchar[] = ['email']
-- $bits integer[] = [1]
-- $unless_refused boolean = false
create temp table reach_before as
select
  customer_channels.customer,
  sum(
    bits.bit * (
      case when customer_channels.historic then $unless_refused::boolean else customer_channels.agreed end
    )::integer
  )::integer as agreed
from customer_channels
join (select unnest($channels::varchar[]) as channel, unnest($bits::integer[]) as bit) as bits
  on bits.channel = customer_channels.channel
group by customer_channels.customer
