-- Per customer, whether any channel is agreed, any is reachable, and one and the same is both.
create temp table customer_reach as
select
  customer,
  bool_or(agreed) as agreed,
  bool_or(reachable) as reachable,
  bool_or(agreed and reachable) as one_channel
from customer_channels
group by customer
