-- Entries of one consents table, and those among them whose key is empty or matches no customer: how many, and how many say no.
-- $key bigint = 1
-- {consents} the table
-- {entry_key} whom an entry is about, as text
-- {granted} yes, no or unknown
with entries as (
  select {entry_key} as key, {granted} as granted
  from {consents}
),
known as (
  select keys[$key::bigint] as key from people where keys[$key::bigint] is not null group by all
)
select
  count(*) as entries,
  count(*) filter (where known.key is null) as strangers,
  count(*) filter (where known.key is null and not entries.granted) as refusals
from entries
left join known on known.key = entries.key
