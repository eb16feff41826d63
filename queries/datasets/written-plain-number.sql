-- A number without idle zeros and without exponent, as its file writes it.
-- {field} the field
case
  when contains({field}::varchar, 'e-') then
    case when {field} < 0 then '-' else '' end || '0.'
    || repeat('0', split_part({field}::varchar, 'e-', 2)::integer - 1)
    || replace(replace(split_part({field}::varchar, 'e-', 1), '.', ''), '-', '')
  when {field}::varchar like '%.0' then rtrim(rtrim({field}::varchar, '0'), '.')
  else {field}::varchar
end
