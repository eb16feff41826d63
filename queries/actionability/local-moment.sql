-- A time of this dataset, which is UTC, as clocks show it in a zone.
-- {moment} the time
-- {zone} the zone
timezone({zone}, timezone('UTC', {moment}))
