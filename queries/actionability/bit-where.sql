-- A bit where a condition holds.
-- {bit} the bit
-- {condition} the condition
{bit} * coalesce({condition}, false)::integer
