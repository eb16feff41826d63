-- The places of lines that are no JSON object.
-- {lines} the table
select place
from {lines}
where trim(line) <> '' and (not json_valid(line) or json_type(line) <> 'OBJECT')
order by place
