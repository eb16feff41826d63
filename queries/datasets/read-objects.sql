-- JSON objects as a table of texts.
-- {raw} the temporary table
-- {columns} its columns, from text-column
-- {lines} the table of objects
create temporary table {raw} as
select unnest(json_transform(line, to_json(struct_pack({columns}))))
from {lines}
where line is not null and json_valid(line) and json_type(line) = 'OBJECT'
order by place
