-- A date or time, as its file writes it.
-- {field} the field
-- {format} how
strftime({field}, {format})
