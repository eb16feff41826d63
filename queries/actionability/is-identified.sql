-- The fields that say who a customer is are filled.
people.identified
