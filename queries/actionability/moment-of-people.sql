-- The moment that a customer's date points at.
people.moment
