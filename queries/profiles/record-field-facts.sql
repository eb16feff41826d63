-- How one field of a table with several records per customer is filled; a value counts as shared by its customers, not by its records.
-- {number} the field's place in the list
-- {table} the relation
-- {field} the field
-- {key} the field that says which customer
select
  {number}::integer as field,
  coalesce(sum(records), 0)::bigint as records,
  coalesce(sum(records) filter (value is not null), 0)::bigint as filled,
  count(value) as distinct_values,
  count(distinct holder) filter (holders = 1 and value is not null) as alone,
  max(struct_pack(records := records, value := value), 20) filter (holders >= 5 and value is not null) as top,
  min_by(left(value, 400), hash(value), 300) filter (value is not null) as sample
from (
  select cast(value as varchar) as value, records, holders, holder
  from (
    select {field} as value, count(*) as records, count(distinct {key}) as holders, min({key}) as holder
    from {table}
    group by 1
  )
)
