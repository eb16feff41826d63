-- A column of true and false.
-- {field} the column
try_cast({field} as boolean) as {field}
