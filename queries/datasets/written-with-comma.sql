-- A number with a decimal comma.
-- {cell} the number with a point
replace({cell}, '.', ',')
