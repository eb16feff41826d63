-- How many filled cells of a field say neither yes nor no.
-- {customers} the customers relation
-- {field} the field
select count(*) filter ({field} is not null and try_cast({field} as boolean) is null) as cells
from {customers}
