-- One row per customer: who they are for this goal, whether its condition holds, and every stage that needs no event.
-- {customers} the customers table
-- {customer} the number that stands for a customer here
-- {keys} what other tables may name the customer by, as text
-- {identified} the fields that say who a customer is are filled
-- {audience} the goal is for this customer
-- {triggered} the trigger's condition holds
-- {moment} when the trigger's reading was taken, or the moment that its date points at
-- {arrived} when that reading arrived
-- {held_back} held back on purpose
-- {filled} one flag per needed field: it has a value
-- {updated} one time per field that has one beside it: when its value was last updated
-- {shapes} one flag per address field: an address in a valid shape
-- {flags} one answer per channel from the fields of the customers table: yes, no or unknown
create temp table people as
select
  {customer} as customer,
  [{keys}]::varchar[] as keys,
  coalesce({identified}, false) as identified,
  coalesce({audience}, false) as in_audience,
  coalesce({triggered}, false) as triggered,
  {moment} as moment,
  {arrived} as arrived,
  coalesce({held_back}, false) as held_back,
  [{filled}]::boolean[] as filled,
  [{updated}]::timestamp[] as updated,
  [{shapes}]::boolean[] as shapes,
  [{flags}]::boolean[] as flags
from {customers} as customers
