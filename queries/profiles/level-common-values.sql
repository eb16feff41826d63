-- The commonest values by name, every other filled value together.
-- {field} a text
-- {values} the values that keep their name
-- {other} what the others are called
case when {field} is null then null when {field}::varchar in ({values}) then {field}::varchar else {other} end
