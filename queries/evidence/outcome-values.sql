-- The values that the outcome takes in the audience, and how many customers have each.
-- {customers} the customers table
-- {audience} a condition on it
-- {outcome} the outcome, a text
select value, count(*) as records
from (select ({outcome}) as value from {customers} where ({audience}))
where value is not null
group by value
order by value
