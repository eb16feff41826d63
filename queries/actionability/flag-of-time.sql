-- An answer from the time it was given; empty is unknown.
-- {field} the field
(case when {field} is not null then true end)
