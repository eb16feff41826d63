-- The first records that did not fit, in the order of the file: where, what kind of fault, how many lines went with them. Never their text.
-- A record with several stray quotes has rows that point at the record before it and at its own rest: its place is behind the one, and the rest adds nothing.
with
  faults as (
    select
      line as record,
      line_byte_position as begins,
      line_byte_position + strlen(csv_line) as ends,
      byte_position,
      error_type::varchar as fault,
      column_name as field,
      try_cast(regexp_extract(error_message, 'Found: (\d+)', 1) as bigint) as found,
      len(regexp_extract_all(trim(csv_line, chr(10) || chr(13)), '\r\n|\n|\r')) + 1 as lines
    from rejects
  ),
  placed as (
    select *, fault = 'UNQUOTED VALUE' and byte_position >= ends as misplaced
    from faults
  )
select
  arg_min(case when misplaced then ends else begins end, byte_position)::bigint as position,
  arg_min(fault, byte_position) as fault,
  arg_min(field, byte_position) as field,
  max(found) filter (fault = 'TOO MANY COLUMNS') as most_found,
  min(found) filter (fault = 'MISSING COLUMNS') as least_found,
  max(case when misplaced then 1 else lines end)::bigint as lines
from placed
group by record
order by position
limit 10000
