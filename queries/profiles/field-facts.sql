-- How fields are filled: their commonest values, and a sample of their values that is always the same.
-- {pieces} the different values of each field (customer-values, record-values)
select
  field,
  sum(records)::bigint as records,
  coalesce(sum(records) filter (value is not null), 0)::bigint as filled,
  count(value) as distinct_values,
  case when max(holder) is null
    then count(*) filter (holders = 1 and value is not null)
    else count(distinct holder) filter (holders = 1 and value is not null)
  end as alone,
  max(struct_pack(records := records, value := value), 20) filter (holders >= 5 and value is not null) as top,
  min_by(left(value, 400), hash(value), 300) filter (value is not null) as sample
from ({pieces})
group by field
