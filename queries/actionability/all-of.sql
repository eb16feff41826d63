-- Every one of several conditions holds; true where there are none.
-- {conditions} the conditions
coalesce(list_bool_and([{conditions}]::boolean[]), true)
