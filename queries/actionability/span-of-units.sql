-- When the first of the units happened.
select min(happened_at) as first_at from units
