-- One sum of two.
-- {one} the first
-- {other} the second
({one} + {other})
