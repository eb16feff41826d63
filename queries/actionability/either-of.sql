-- One of two conditions holds; an unknown one does not.
-- {one} the first
-- {other} the second
(coalesce({one}, false) or coalesce({other}, false))
