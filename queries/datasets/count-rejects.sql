-- How many lines did not fit in all.
select coalesce(sum(lines), 0)::bigint as lines
from (
  select max(len(regexp_extract_all(trim(csv_line, chr(10) || chr(13)), '\n')) + 1) as lines
  from rejects
  group by line_byte_position
)
