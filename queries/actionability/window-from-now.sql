-- When the window of what stands today closes.
-- {window} minutes
(units.seen + to_minutes({window}::bigint))
