-- An address of the customer is in a valid shape.
-- {position} its place in the list
people.shapes[{position}]
