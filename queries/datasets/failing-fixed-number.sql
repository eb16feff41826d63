-- Filled cells that are no number with exactly so many decimals, of at most 15 digits.
-- {cell} the cell with a decimal point
-- {filled} whether it is filled
-- {decimals} how many
count(*) filter (where {filled} and not coalesce(
  regexp_full_match({cell}, '-?(0|[1-9][0-9]*)\.[0-9]+')
  and length({cell}) - strpos({cell}, '.') = {decimals}
  and length(replace(replace({cell}, '-', ''), '.', '')) <= 15, false))
