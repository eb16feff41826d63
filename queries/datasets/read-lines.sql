-- Every line of a text file, with its place; nothing is split, blank lines are null.
-- {lines} the temporary table
-- $path varchar = '/incoming/customers.ndjson'
create temporary table {lines} as
select line, row_number() over () as place
from read_csv(
  $path,
  auto_detect = false,
  header = false,
  delim = chr(1),
  quote = '',
  escape = '',
  columns = struct_pack(line := 'VARCHAR'),
  max_line_size = 16777216
)
