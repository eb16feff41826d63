-- For how many customers a condition holds.
-- {customers} the customers relation
-- {condition} a boolean that came through the gate
select count(*) filter ({condition}) as customers
from {customers}
