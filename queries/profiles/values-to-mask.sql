-- The different values of one text field, and a mask of the customers behind each.
-- {number} the field's place in the list
-- {table} the relation
-- {field} the field
-- {holders} the mask (holders-of-records, holders-of-customers)
-- {every} 1 reads every value, 10 reads every tenth, chosen by its hash
select {number}::integer as field, left({field}, 120) as value, count(*) as records, {holders} as holders
from {table}
where {field} is not null and hash({field}) % {every} = 0
group by {field}
