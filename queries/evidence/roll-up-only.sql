-- The value that all filled cells share; empty where they differ.
-- {value} the field
case when min({value}) = max({value}) then max({value}) end
