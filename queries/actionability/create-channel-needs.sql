-- Per customer, what each channel lacks: bit 1 no agreement, bit 2 a refusal that is respected, bit 4 no address that works.
-- $channels varchar[] = ['email']
-- $weights bigint[] = [1]
create temp table channel_needs as
select
  customer_channels.customer,
  sum(
    weights.weight * (
      (not customer_channels.agreed)::bigint
      + 2 * (not customer_channels.agreed and customer_channels.refused)::bigint
      + 4 * (not customer_channels.reachable)::bigint
    )
  )::bigint as needs
from customer_channels
join (select unnest($channels::varchar[]) as channel, unnest($weights::bigint[]) as weight) as weights
  on weights.channel = customer_channels.channel
group by customer_channels.customer
