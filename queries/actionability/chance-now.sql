-- The first moment at which one could act on what stands today.
-- {reaction} minutes to decide and send
(units.seen + to_minutes({reaction}::bigint))
