-- Cells of one column that hold blanks and nothing else.
-- {field} the column
count(*) filter (where {field} <> '' and trim({field}, chr(32) || chr(9) || chr(160)) = '')
