-- One record a customer: the newest, else the last of the file. Records without a key are kept.
-- {newest} the new table
-- {table} the table
-- {key} its key
-- {newest_place} the place of a customer's newest record
create table {newest} as
with kept as materialized (
  select {newest_place} as place from {table} where {key} is not null group by {key}
  union all
  select rowid from {table} where {key} is null
)
select records.*
from {table} as records
where records.rowid in (select place from kept)
order by records.rowid
