-- A column of numbers, by their shortest text: a single-precision 0.1 stays 0.1.
-- {field} the column
{field}::varchar::double as {field}
