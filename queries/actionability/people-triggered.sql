-- The goal is for this customer, and its condition holds.
people.in_audience and people.triggered
