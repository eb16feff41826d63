-- Minutes from what happened to the first moment at which one could act; an arrival before it happened counts as none.
-- {grain} how much later than written an arrival may have been, in microseconds
-- {reaction} minutes to decide and send
(greatest(epoch_us(units.arrived) + {grain} - epoch_us(units.happened_at), 0) / 60000000.0 + {reaction})
