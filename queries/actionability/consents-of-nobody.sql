-- Entries of one consents table, and those among them whose key is empty or matches no customer: how many, and how many say no.
-- $key bigint = 1
-- {consents} the table
-- {entry_key} whom an entry is about, as text
-- {granted} yes, no or unknown
with strangers as (
  select {granted} as granted
  from {consents}
  anti join people on people.keys[$key::bigint] = {entry_key}
)
select
  (select count(*) from {consents}) as entries,
  count(*) as strangers,
  count(*) filter (where not granted) as refusals
from strangers
