-- The first moment at which one could act on a unit.
-- {reaction} minutes to decide and send
(greatest(units.happened_at, coalesce(units.arrived, units.happened_at)) + to_minutes({reaction}::bigint))
