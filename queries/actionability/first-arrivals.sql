-- The events of the trigger, of the same customer and moment the first arrival, where no field of the event is needed.
select key, happened_at, min(arrived) as arrived, []::boolean[] as filled from within where key is not null group by key, happened_at
union all
select key, happened_at, arrived, filled from within where key is null
