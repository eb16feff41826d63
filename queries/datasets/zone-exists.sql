-- Whether a time zone has this name.
-- $zone varchar = 'Europe/Berlin'
select count(*) > 0 as found
from pg_timezone_names()
where name = $zone
