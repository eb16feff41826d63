-- Pairs of one customer's neighbouring values, by the time between them in steps of two in a hundred: how many, how many differ.
-- $as_of timestamp = null
-- {history} the table that holds the values
-- {entry_key} whose value it is, as text
-- {at} when it was read
-- {value} the value as text; blanks are none
with entries as (
  select {entry_key} as key, {at} as read_at, max({value}) as value
  from {history}
  where {at} is not null and {entry_key} is not null and {value} is not null
    and ($as_of::timestamp is null or {at} <= $as_of::timestamp)
  group by all
),
steps as (
  select
    value <> lag(value) over (partition by key order by read_at) as changed,
    epoch_us(read_at) - epoch_us(lag(read_at) over (partition by key order by read_at)) as gap
  from entries
)
select
  sum(gap)::double / count(*) / 86400000000 as days,
  count(*) as pairs,
  count(*) filter (where changed) as changed
from steps
where gap > 0
group by round(ln(gap) * 50)
order by days
