-- The minute of the day lies after one of the evening or before one of the morning.
-- {moment} the time
-- {from} the first minute
-- {until} the minute after the last
(extract(hour from {moment}) * 60 + extract(minute from {moment}) >= {from}
  or extract(hour from {moment}) * 60 + extract(minute from {moment}) < {until})
