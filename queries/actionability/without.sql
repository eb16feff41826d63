-- A condition does not hold.
-- {condition} the condition
(not {condition})
