-- What records add up to; empty where a customer has none.
-- {name} its name
rolled.{name} as {name}
