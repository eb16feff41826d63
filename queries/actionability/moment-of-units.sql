-- The moment against which a unit's ages are measured.
units.seen
