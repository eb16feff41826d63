-- How one field of the customers table is filled: its commonest values, and a sample of them that is always the same.
-- {number} the field's place in the list
-- {customers} the relation, one record per customer
-- {field} the field
select
  {number}::integer as field,
  coalesce(sum(records), 0)::bigint as records,
  coalesce(sum(records) filter (value is not null), 0)::bigint as filled,
  count(value) as distinct_values,
  count(*) filter (records = 1 and value is not null) as alone,
  max(struct_pack(records := records, value := value), 20) filter (records >= 5 and value is not null) as top,
  min_by(left(value, 400), hash(value), 300) filter (value is not null) as sample
from (
  select cast(value as varchar) as value, records
  from (select {field} as value, count(*) as records from {customers} group by 1)
)
