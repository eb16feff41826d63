-- The first few letters or digits.
-- {field} a text or whole number
-- {letters} how many
left(trim({field}::varchar), {letters})
