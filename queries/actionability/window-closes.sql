-- When the window of what happened closes.
-- {window} minutes
(units.happened_at + to_minutes({window}::bigint))
