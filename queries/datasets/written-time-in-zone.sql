-- A time by the clock of a zone, as its file writes it.
-- {field} the field
-- {format} how
-- {zone} the zone
strftime(({field} at time zone 'UTC') at time zone {zone}, {format})
