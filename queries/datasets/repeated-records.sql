-- How many records a customers table loses to its repeated keys, and how many of those are exact copies.
-- {table} the table
-- {key} its key
-- {fields} all its fields
with
  repeated as (
    select {fields}
    from {table}
    where {key} in (select {key} from {table} where {key} is not null group by {key} having count(*) > 1)
  )
select
  (select count(*) from repeated) as records,
  (select count(*) from (select distinct * from repeated)) as different,
  (select count(distinct {key}) from repeated) as customers,
  (select count(*) from {table} where {key} is null) as without_key
