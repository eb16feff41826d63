-- The first records that did not fit, in the order of the file: where, what kind of fault, how many lines went with them. Never their text.
select
  line_byte_position::bigint as position,
  min(line)::bigint as record,
  arg_min(error_type::varchar, byte_position) as fault,
  arg_min(column_name, byte_position) as field,
  max(try_cast(regexp_extract(error_message, 'Found: (\d+)', 1) as bigint)) filter (error_type = 'TOO MANY COLUMNS') as most_found,
  min(try_cast(regexp_extract(error_message, 'Found: (\d+)', 1) as bigint)) filter (error_type = 'MISSING COLUMNS') as least_found,
  max(len(regexp_extract_all(trim(csv_line, chr(10) || chr(13)), '\n')) + 1)::bigint as lines
from rejects
group by line_byte_position
order by line_byte_position
limit 10000
