-- A phone number in a valid shape: 7 to 15 digits, with the usual marks between them.
-- {field} the number
coalesce(
  regexp_full_match(trim({field}::varchar), '\+?[0-9 ()/.-]+')
  and length(regexp_replace({field}::varchar, '[^0-9]', '', 'g')) between 7 and 15,
  false
)
