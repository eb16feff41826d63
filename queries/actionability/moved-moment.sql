-- A time moved by a number of minutes.
-- {moment} the time
-- {minutes} how far, forward
({moment} + to_minutes({minutes}::bigint))
