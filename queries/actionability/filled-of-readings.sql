-- A needed field of another table was read before the action.
-- {position} its place in the list
(readings.updated[{position}] is not null)
