-- A key as text, as it is written.
-- {field} the field
nullif({field}::varchar, '')
