-- The latest time in a field, to the next whole second, without the far-off dates that stand for "never".
-- {table} the relation
-- {field} the field
select date_trunc('second', max({field}::timestamp) + interval 999999 microsecond) as latest
from {table}
where isfinite({field}) and {field}::timestamp < timestamp '2090-01-01'
