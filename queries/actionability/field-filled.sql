-- A field has a value; blanks are none.
-- {field} the field
({field} is not null and trim({field}::varchar) <> '')
