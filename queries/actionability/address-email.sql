-- An e-mail address in a valid shape.
-- {field} the address
coalesce(regexp_full_match(trim({field}::varchar), '[^@\s,;<>"]+@[^@\s,;<>"]+\.[^@\s,;<>".0-9]{2,}'), false)
