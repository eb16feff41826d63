-- Every object of a JSON array, with its place.
-- {lines} the temporary table
-- $path varchar = '/incoming/customers.json'
create temporary table {lines} as
select json::varchar as line, row_number() over () as place
from read_json_objects($path, format = 'array', maximum_object_size = 16777216)
