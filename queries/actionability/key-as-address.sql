-- An e-mail address as a key: capitals and blanks around it make no other person.
-- {field} the field
nullif(lower(trim({field}::varchar)), '')
