-- Says whether a record happened at a time or later.
-- {at} when it happened
-- {since} the time as a literal
{at} >= {since}::timestamp
