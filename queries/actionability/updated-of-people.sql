-- When a customer's needed field was last updated.
-- {position} its place in the list
people.updated[{position}]
