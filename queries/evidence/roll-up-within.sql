-- Says whether a record happened up to the cut-off.
-- {at} when it happened
-- {cut_off} the cut-off as a literal
{at} <= {cut_off}::timestamp
