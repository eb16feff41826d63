-- A channel or a purpose as one lower-case word; '' where the cell is empty.
-- {field} the field
coalesce(regexp_replace(lower(trim({field}::varchar)), '[ _]+', '-', 'g'), '')
