-- A field's value as the group; blanks are none.
-- {field} the field
nullif(trim({field}::varchar), '')
