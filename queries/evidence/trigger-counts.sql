-- Whether a trigger is there by the as-of time, within the look-back, and with its window closed.
-- {moment} when it is set off
-- {as_of} the as-of time
-- {look_back} how far back triggers count, in minutes
-- {window} the window, in minutes
case
  when {moment} is not null
    then [
      {moment} <= {as_of}, {moment} >= {as_of} - to_minutes({look_back}::bigint), {moment} + to_minutes({window}::bigint) <= {as_of}
    ]
end
