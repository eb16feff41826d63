-- Some of the steps of a rehearsal, in their order.
-- $from bigint = 0
-- $count bigint = 1
select moment, kind, customer, place, value, flags, agreed, reachable
from rehearsal_steps
where rowid >= $from::bigint and rowid < $from::bigint + $count::bigint
order by rowid
