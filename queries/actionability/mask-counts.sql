-- Units by what they pass.
select mask, sum(units)::bigint as units from person_masks group by mask order by mask
