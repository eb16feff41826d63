-- How many records hold this number.
-- $number double = 1
-- {records} the table's relation
-- {field} the field
select count(*) as records
from {records}
where {field} = $number::double
