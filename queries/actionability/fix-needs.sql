-- Units that are not held back, by all that stops them: one bit per thing to mend. Of a stranger only the lag is known.
-- {stranger} the bit of a unit without a customer
-- {late} the bits of what comes too late
-- {lacks} the bits of everything else
-- {quiet} the whole of the time left falls into quiet hours
with needs as (
  select
    case when people.customer is null then {stranger} else {lacks} + coalesce(channel_needs.needs, 0) end + {late} as needs
  from units
  left join people on people.customer = units.customer
  left join channel_needs on channel_needs.customer = units.customer
  left join latest_readings as readings on readings.customer = units.customer
  where not coalesce(people.held_back or {quiet}, false)
)
select needs, count(*) as units from needs group by needs order by needs
