-- The events of the trigger, of the same customer and moment only the first that arrived.
select * from within where key is null
union all
select * from within where key is not null
qualify row_number() over (partition by key, happened_at order by arrived nulls last, filled desc) = 1
