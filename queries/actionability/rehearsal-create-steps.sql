-- Everything a rehearsal replays, in the order of time: at one moment what was said and read comes before what is decided.
-- {steps} the steps
create temp table rehearsal_steps as
select moment, kind, customer, place, value, flags, agreed, reachable from ({steps}) order by moment, kind, place, value desc
