-- The readings are the unit's, as they were then.
readings.unit = units.unit
