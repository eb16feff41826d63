-- One record is one customer.
count(*)
