-- Whether a cell holds more than blanks.
-- {field} the column
trim({field}, chr(32) || chr(9) || chr(160)) <> ''
