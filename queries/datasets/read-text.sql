-- A text table as it stands, every cell as text; records that do not fit go to the reject table of this connection.
-- {raw} the temporary table
-- {columns} its columns, from text-column
-- $path varchar = '/incoming/customers.csv'
-- $separator varchar = ','
-- $quote varchar = '"'
-- $escape varchar = '"'
-- $header boolean = true
-- $skip bigint = 0
-- $empty varchar[] = ['']
create temporary table {raw} as
from read_csv(
  $path,
  auto_detect = false,
  columns = struct_pack({columns}),
  delim = $separator,
  quote = $quote,
  escape = $escape,
  header = $header,
  skip = $skip,
  nullstr = $empty,
  store_rejects = true,
  rejects_table = 'rejects',
  rejects_scan = 'reject_scans'
)
