-- A number that always has so many decimals, as its file writes it.
-- {field} the field
-- {decimals} how many
{field}::decimal(18, {decimals})::varchar
