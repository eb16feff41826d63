-- The minute of the day lies between two others of the same day.
-- {moment} the time
-- {from} the first minute
-- {until} the minute after the last
(extract(hour from {moment}) * 60 + extract(minute from {moment}) between {from} and {until} - 1)
