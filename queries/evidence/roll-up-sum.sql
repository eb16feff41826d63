-- The sum to six places, in whole millionths, so that the order of the records plays no part.
-- {value} the number
sum(try_cast({value}::double as decimal(30, 6)))::double
