-- The bit of something to mend, where it does not hold.
-- {weight} the bit
-- {condition} what must hold
{weight} * (not coalesce({condition}, false))::bigint
