-- Per customer, with the bit of being identified.
select customer, filled, updated, held_back, 128 * identified::integer as own from people
