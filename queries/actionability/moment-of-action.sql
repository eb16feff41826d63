-- The moment at which a unit's window closes.
units.acted_at
