-- Units in an hour that clocks show twice, when summer time ends.
-- {local} when a unit happened, as clocks show it
-- {local_earlier} an hour before, as clocks show it
-- {local_later} an hour after, as clocks show it
select
  count(*) filter (where {local} = {local_earlier} or {local} = {local_later}) as twice
from units
where happened_at is not null
