-- The customers with their roll-ups and outcome as of an earlier and of a later time, one record for each.
-- {earlier} the customers with their roll-ups as of the earlier time
-- {earlier_audience} a condition on them
-- {earlier_outcome} the outcome after it
-- {later} the customers with their roll-ups as of the later time
-- {later_audience} a condition on them
-- {later_outcome} the outcome after it
-- {outcome} what the outcome is called
-- {time} what the text is called that says which of the two
(
  select customers.*, ({earlier_outcome}) as {outcome}, 'earlier' as {time}
  from {earlier} as customers
  where ({earlier_audience})
  union all by name
  select customers.*, ({later_outcome}) as {outcome}, 'later' as {time}
  from {later} as customers
  where ({later_audience})
)
