-- The masked shapes of a text field's values: Aa9, kept only where at least 5 customers share one.
-- {number} the field's place in the list
-- {table} the relation
-- {field} the field
-- {holders} a mask of the customers behind a value (holders-of-records, holders-of-customers)
-- {every} 1 reads every value, 10 reads every tenth, chosen by its hash
select {number}::integer as field, shape, sum(records)::bigint as records
from (
  select
    records,
    holders,
    left(
      regexp_replace(
        regexp_replace(
          regexp_replace(
            regexp_replace(left(value, 120), '\p{Lu}', 'A', 'g'),
            '[\p{Ll}\p{Lo}\p{Lt}\p{Lm}]+', 'a', 'g'),
          '\p{N}', '9', 'g'),
        '[^Aa9 !-/:-@_~{}|€£]', '·', 'g'),
      24) as shape
  from (
    select {field} as value, count(*) as records, {holders} as holders
    from {table}
    where {field} is not null and hash({field}) % {every} = 0
    group by 1
  )
)
group by shape
having bit_count(bit_or(holders)) >= 5 or (bit_or(holders) = 0 and sum(records) >= 5)
order by records desc, shape
limit 8
