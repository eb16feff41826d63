-- Cells that do not come back the same from a time written 2024-12-31T09:40:00Z. The same as failing-time, several times as fast.
-- {field} the column
-- {between} what stands between date and clock: T or a blank
-- {end} what stands behind: Z or nothing
count(*) filter (where {field} is not null
  and replace(try_cast({field} as timestamp)::varchar, ' ', {between}) || {end} is distinct from {field})
