-- One thing that records add up to, with its name.
-- {roll_up} the aggregate
-- {name} its name
{roll_up} as {name}
