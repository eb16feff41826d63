-- How many steps of each kind a rehearsal has.
select kind, count(*) as steps from rehearsal_steps group by kind order by kind
