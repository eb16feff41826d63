-- The entries of one consents table: what each customer said, for which of the goal's channels and purposes.
-- An entry without a channel or a purpose, where the column exists, cannot grant; a withdrawal without one counts for all.
-- $key bigint = 1
-- $codes varchar[] = ['email']
-- $channels varchar[] = ['email']
-- $purpose_codes varchar[] = ['']
-- $purposes varchar[] = ['']
-- $blank_channel_grants boolean = true
-- $blank_purpose_grants boolean = true
-- {consents} the table
-- {entry_key} whom an entry is about, as text
-- {channel} its channel as written
-- {purpose} its purpose as written
-- {granted} yes, no or unknown
-- {at} when it was said
insert into consent_entries
with entries as (
  select {entry_key} as key, {channel} as channel_code, {purpose} as purpose_code, {granted} as granted, {at} as said_at
  from {consents}
),
codes as (select unnest($codes::varchar[]) as code, unnest($channels::varchar[]) as channel),
purposes as (select unnest($purpose_codes::varchar[]) as code, unnest($purposes::varchar[]) as purpose),
names as (select customer, keys[$key::bigint] as key from people)
select names.customer, codes.channel, purposes.purpose, entries.granted, entries.said_at
from entries
join names on names.key = entries.key
join codes on codes.code = entries.channel_code
join purposes on purposes.code = entries.purpose_code
where entries.granted is not null
  and not (entries.granted and entries.channel_code = '' and not $blank_channel_grants::boolean)
  and not (entries.granted and entries.purpose_code = '' and not $blank_purpose_grants::boolean)
