-- Says whether such an event happened to the customer after the cut-off, up to the as-of time.
-- {customer} what tells customers apart
-- {events} the events relation
-- {key} whose event it is
-- {at} when it happened
-- {which} which events count, as a condition
-- {cut_off} the cut-off as a literal
-- {as_of} the as-of time as a literal
coalesce(
  {customer}::varchar in (
    select {key}::varchar
    from {events}
    where {key} is not null and {at} > {cut_off}::timestamp and {at} <= {as_of}::timestamp and {which}
  ),
  false
)
