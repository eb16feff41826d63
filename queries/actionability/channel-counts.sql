-- Per channel, the units whose customer agreed to it, and those whose address for it works.
select
  customer_channels.channel,
  count(*) filter (where customer_channels.agreed) as agreed,
  count(*) filter (where customer_channels.reachable) as reachable
from units
join customer_channels on customer_channels.customer = units.customer
group by customer_channels.channel
