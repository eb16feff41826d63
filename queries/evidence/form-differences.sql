-- On how many records a field and its form say something different to a role, and on how many the role acts on it.
-- {customers} the customers table
-- {one} what the role reads of the field
-- {other} what it reads of the form
-- {acts} the role acts on it
select
  count(*) filter (({one}) is distinct from ({other})) as differing,
  count(*) filter ({acts}) as acted
from {customers}
