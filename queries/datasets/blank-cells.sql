-- Cells of one column that hold blanks and nothing else. Only what begins like a blank is looked into.
-- {field} the column
count(*) filter (where
  ({field} < '!' or {field} >= chr(160) and {field} < chr(161))
  and trim({field}, chr(32) || chr(9) || chr(160)) = '')
