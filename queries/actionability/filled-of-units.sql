-- A needed field of the event has a value.
-- {position} its place in the list
units.filled[{position}]
