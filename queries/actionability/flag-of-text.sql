-- An answer in words: the words for yes, the words for unknown, anything else is no; empty is unknown.
-- {field} the field
-- {yes} the words for yes, lower case
-- {unknown} the words for unknown, lower case
(case
  when nullif(trim({field}::varchar), '') is null or lower(trim({field}::varchar)) in ({unknown}) then null
  else lower(trim({field}::varchar)) in ({yes})
end)
