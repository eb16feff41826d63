-- The events of the trigger, of the same customer and moment one.
select distinct key, happened_at from within where key is not null
union all
select key, happened_at from within where key is null
