-- Cells of a column of numbers that hold no number.
-- {field} the column
count(*) filter (where not isfinite({field}))
