-- A column of numbers.
-- {field} the column
-- {cell} the cell with a decimal point
try_cast({cell} as double) as {field}
