-- A reason to hold back is written: any words but those for no and for unknown.
-- {field} the field
-- {no} the words for no and for unknown, lower case
(nullif(trim({field}::varchar), '') is not null and lower(trim({field}::varchar)) not in ({no}))
