-- A device's push token in a valid shape: one word of at least 8 characters.
-- {field} the token
coalesce(regexp_full_match(trim({field}::varchar), '\S{8,}'), false)
