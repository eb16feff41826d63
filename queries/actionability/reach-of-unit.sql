-- The reach is the unit's, as it was then.
reach.unit = units.unit
