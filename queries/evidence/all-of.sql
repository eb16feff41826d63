-- Both conditions.
-- {one} a condition
-- {other} another
(({one}) and ({other}))
