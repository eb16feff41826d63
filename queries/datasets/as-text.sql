-- A column kept as text; cells of blanks are empty.
-- {field} the column
-- {filled} whether it is filled
case when {filled} then {field} end as {field}
