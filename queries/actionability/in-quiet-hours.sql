-- From the first moment at which one could act, quiet hours last until the window has closed.
-- {start} the first moment at which one could act, in local time
-- {close} when the window closes, in local time
-- {quiet} the minute of the day lies in quiet hours
-- {until} the minute of the day at which they end
coalesce(
  {quiet}
  and {start} + to_minutes(({until} - extract(hour from {start}) * 60 - extract(minute from {start}) + 1440) % 1440) > {close},
  false
)
