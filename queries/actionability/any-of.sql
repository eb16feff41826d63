-- One of several conditions holds; false where there are none.
-- {conditions} the conditions
coalesce(list_bool_or([{conditions}]::boolean[]), false)
