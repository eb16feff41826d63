-- It did not arrive before it happened; what never arrived did not either. In microseconds.
-- {earliest} the smallest lag that is believed
coalesce(epoch_us(units.arrived) - epoch_us(units.happened_at) >= {earliest}, true)
