-- A column kept as text; cells of blanks are empty.
-- {field} the column
case when trim({field}, chr(32) || chr(9) || chr(160)) <> '' then {field} end as {field}
