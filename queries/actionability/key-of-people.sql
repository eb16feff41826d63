-- A customer's number, as text.
people.customer::varchar
