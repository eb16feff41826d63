-- Filled cells that are no number without idle zeros and exponent, of at most 15 digits.
-- {cell} the cell with a decimal point
-- {filled} whether it is filled
count(*) filter (where {filled} and not coalesce(
  regexp_full_match({cell}, '-?(0|[1-9][0-9]*)(\.[0-9]*[1-9])?')
  and length(replace(replace({cell}, '-', ''), '.', '')) <= 15, false))
