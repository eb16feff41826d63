-- The readings are the customer's, as they stand today.
readings.customer = units.customer
