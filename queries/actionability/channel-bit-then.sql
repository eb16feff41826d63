-- A channel's bit where it was agreed at that moment.
-- {bit} the bit
-- {channel} the channel
-- {unless_refused} what counts before any entry
{bit} * coalesce(
  last_value(case when consent_timeline.channel = {channel} then consent_timeline.granted end ignore nulls) over moments,
  {unless_refused}
)::integer
