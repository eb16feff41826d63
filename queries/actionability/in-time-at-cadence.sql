-- It would arrive early enough if everything were loaded at full multiples of a cadence; all in microseconds.
-- {cadence} the time from one load to the next
-- {most} the window less the time to react
coalesce(
  (epoch_us(units.happened_at) + {cadence} - 1) // {cadence} * {cadence} - epoch_us(units.happened_at) <= {most},
  false
)
