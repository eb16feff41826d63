-- The answer of a table whose every row is an opt-out.
false
