-- The values that at least five customers hold, the commonest first, at most as many as asked for.
-- $most integer = 12
-- {records} the table's relation
-- {field} the field
-- {customer} what says whose record it is
select
  trim({field}::varchar) as value,
  count(distinct {customer}) as customers
from {records}
where trim({field}::varchar) <> ''
group by value
having count(distinct {customer}) >= 5
order by customers desc, value
limit $most::bigint
