-- A field as a time; stand-ins for "no time" (1900, 1970-01-01, 2099, 9999) are none.
-- {field} the field
(case
  when not isfinite({field}::timestamp) or year({field}) in (1900, 2099, 9999) or {field}::date = date '1970-01-01' then null
  else {field}::timestamp
end)
