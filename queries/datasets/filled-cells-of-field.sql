-- The first filled cells of a column that is empty at the beginning of the file.
-- {field} the column
-- {rows} the table
select {field} as cell
from {rows}
where {field} is not null and trim({field}, chr(32) || chr(9) || chr(160)) <> ''
limit 100
