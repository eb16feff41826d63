-- Units whose needed field was updated after the moment that counts, so that its age then is not on record.
-- {updated} when it was last updated
-- {seen} the moment that counts
select count(*) as units
from units
join people on people.customer = units.customer
left join latest_readings as readings on readings.customer = units.customer
where {updated} > {seen}
