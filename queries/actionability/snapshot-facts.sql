-- How often a table holds a customer twice, how many are customers of today, and the latest time in it.
-- $as_of timestamp = null
-- {snapshot} the table
-- {entry_key} whose record it is, as text
-- {customers} the customers table
-- {customer_key} the field that the key matches, as text
-- {at} a time of each record, or none
select
  count({entry_key}) as entries,
  count(distinct {entry_key}) as different,
  count(distinct {entry_key}) filter (
    where {entry_key} in (select {customer_key} from {customers} where {customer_key} is not null)
  ) as known,
  max({at}) filter (where $as_of::timestamp is null or {at} <= $as_of::timestamp) as latest
from {snapshot}
