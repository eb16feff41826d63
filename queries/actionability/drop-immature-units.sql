-- Leaves out the units that are too young to have arrived.
-- $as_of timestamp = null
-- $mature bigint = 0
delete from units where epoch_us(happened_at) > epoch_us($as_of::timestamp) - $mature::bigint
