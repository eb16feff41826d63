-- Units by what they pass.
-- {masks} per person, units by what they pass
select mask, sum(units)::bigint as units from {masks} group by mask order by mask
