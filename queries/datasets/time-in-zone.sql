-- A column of times of a zone, in UTC.
-- {field} the column
-- {zone} the zone
({field} at time zone {zone}) at time zone 'UTC' as {field}
