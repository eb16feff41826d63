-- A column of times of a zone, in UTC.
-- {field} the column
-- {format} how it is written
-- {zone} the zone
(try_strptime({field}, {format})::timestamp at time zone {zone}) at time zone 'UTC' as {field}
