-- How many lines did not fit in all. Counted by record, as in rejects-of-read.
select coalesce(sum(lines), 0)::bigint as lines
from (
  select max(case
    when error_type = 'UNQUOTED VALUE' and byte_position >= line_byte_position + strlen(csv_line) then 1
    else len(regexp_extract_all(trim(csv_line, chr(10) || chr(13)), '\r\n|\n|\r')) + 1
  end) as lines
  from rejects
  group by line
)
