-- Cells that are no number without idle zeros and exponent, of at most 15 digits.
-- {field} the column
-- {cell} the cell with a decimal point
count(*) filter (where {field} is not null and not coalesce(
  regexp_full_match({cell}, '-?(0|[1-9][0-9]*)(\.[0-9]*[1-9])?')
  and {cell} <> '-0'
  and length(replace(replace({cell}, '-', ''), '.', '')) <= 15, false))
