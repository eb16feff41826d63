-- A field's value was updated before the moment that counts, and not longer before it than it may be old.
-- {updated} when it was last updated
-- {seen} the moment that counts
-- {earliest} the smallest age that is believed, in microseconds
-- {most} how old it may be, in microseconds
coalesce(epoch_us({seen}) - epoch_us({updated}) between {earliest} and {most}, false)
