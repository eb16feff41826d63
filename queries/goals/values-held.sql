-- The values that at least five customers hold, the commonest first, at most as many as asked for.
-- $most integer = 12
-- {records} the table's relation
-- {field} the field
-- {customer} what says whose record it is
with cells as (
  select trim({field}::varchar) as cell, {customer} as holder
  from {records}
)
select cell as value, count(distinct holder) as customers
from cells
where cell <> ''
group by cell
having count(distinct holder) >= 5
order by customers desc, cell
limit $most::bigint
