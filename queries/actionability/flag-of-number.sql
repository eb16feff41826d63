-- An answer from a number: 0 is no, empty is unknown.
-- {field} the field
({field} <> 0)
