-- A column of numbers; what is not a number is an empty cell.
-- {field} the column
case when isfinite({field}) then {field} end as {field}
