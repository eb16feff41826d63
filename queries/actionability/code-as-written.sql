-- A channel or a purpose as one lower-case word; '' where the cell is empty.
-- {field} the field
coalesce(
  case
    when contains({field}::varchar, ' ') or contains({field}::varchar, '_')
      then regexp_replace(lower(trim({field}::varchar)), '[ _]+', '-', 'g')
    else lower({field}::varchar)
  end,
  ''
)
