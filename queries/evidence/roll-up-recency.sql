-- How many days before the cut-off the last of the records that count happened.
-- {cut_off} the cut-off as a literal
-- {at} when a record happened
-- {which} which records count, as a condition
(epoch_us({cut_off}::timestamp) - epoch_us(max({at}::timestamp) filter ({which}))) / 86400000000.0
