-- It arrived after it happened, and early enough to decide and send inside the window; all in microseconds.
-- {earliest} the smallest lag that is believed
-- {grain} how much later than written an arrival may have been
-- {most} the window less the time to react
coalesce(
  epoch_us(units.arrived) - epoch_us(units.happened_at) >= {earliest}
  and greatest(epoch_us(units.arrived) + {grain} - epoch_us(units.happened_at), 0) <= {most},
  false
)
