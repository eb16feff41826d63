-- One condition or the other.
-- {one} a condition
-- {other} another
(({one}) or ({other}))
