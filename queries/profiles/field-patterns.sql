-- The masked shapes of text values, such as Aa9, each kept only where at least 5 customers share it.
-- {pieces} the different values of each field (values-to-mask)
with read as materialized ({pieces}) -- else every field compiles the expressions again
select field, shape, sum(records)::bigint as records
from (
  select
    field,
    records,
    holders,
    left(
      regexp_replace(
        regexp_replace(
          regexp_replace(
            regexp_replace(value, '\p{Lu}', 'A', 'g'),
            '[\p{Ll}\p{Lo}\p{Lt}\p{Lm}]+', 'a', 'g'),
          '\p{N}', '9', 'g'),
        '[^Aa9 !-/:-@_~{}|€£]', '·', 'g'),
      24) as shape
  from read
)
group by field, shape
having bit_count(bit_or(holders)) >= 5 or (bit_or(holders) = 0 and sum(records) >= 5)
qualify row_number() over (partition by field order by sum(records) desc, shape) <= 8
