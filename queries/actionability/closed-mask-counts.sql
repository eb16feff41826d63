-- Units whose window has closed, by what they pass today.
-- {masks} per person, units by what they pass
select mask, sum(closed)::bigint as units from {masks} where closed > 0 group by mask order by mask
