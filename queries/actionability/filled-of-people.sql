-- A needed field of the customer has a value.
-- {position} its place in the list
people.filled[{position}]
