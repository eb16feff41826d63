-- Some different filled cells of one column.
-- {field} the column
list_slice(coalesce(list(distinct {field}) filter (trim({field}, chr(32) || chr(9) || chr(160)) <> ''), []), 1, 100)
