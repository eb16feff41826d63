-- The reach is the customer's, as it stands today.
reach.customer = units.customer
