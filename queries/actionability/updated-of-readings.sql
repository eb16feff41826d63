-- When a needed field with readings was last read before the action.
-- {position} its place in the list
readings.updated[{position}]
