-- The unit's window has closed by the as-of time.
-- {window} minutes
-- {as_of} the as-of time
(units.happened_at + to_minutes({window}::bigint) <= {as_of}::timestamp)
