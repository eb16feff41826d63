-- Whole numbers of a field that a number does not hold to the last digit.
-- {table} the table
-- {field} the field
select count(*) as beyond
from {table}
where {field} not between -9007199254740992 and 9007199254740992
