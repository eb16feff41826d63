-- How many records of a field fall into each bar of its histogram; what lies beyond the ends is in the end bars.
-- {number} the field's place in the list
-- {table} the relation
-- {value} the field as a number (number-of-number, number-of-date)
-- {holders} how the customers behind a bar are counted (count-records, count-customers)
-- {start} where the first bar begins
-- {step} how wide a bar is
-- {last} the number of the last bar, from 0
select
  {number}::integer as field,
  least(greatest(floor(({value} - {start}) / {step}), 0), {last})::integer as bar,
  count(*) as records,
  {holders} as holders
from {table}
where isfinite({value})
group by all
