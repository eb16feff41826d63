-- Two conditions hold; an unknown one counts as held.
-- {one} the first
-- {other} the second
(coalesce({one}, true) and coalesce({other}, true))
