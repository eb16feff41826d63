-- How many records there are of those that count.
-- {which} which records count, as a condition
count(*) filter ({which})
