-- The records of the audience whose outcome is known, in an order that depends on key and seed only: outcome, sampled for the model, sampled for the bins, fields.
-- $seed bigint = 1
-- $with_share double = 1.0
-- $without_share double = 1.0
-- $bins_share double = 1.0
-- {customers} the customers table
-- {audience} a condition on it
-- {outcome} the outcome, yes or no or a number
-- {key} the key, or every field
-- {record} every field
-- {fields} the fields to encode
select
  ({outcome})::double,
  hash({key}, $seed::bigint)::double / 18446744073709551615.0
    <= case when ({outcome})::double > 0 then $with_share::double else $without_share::double end,
  hash({key}, $seed::bigint)::double / 18446744073709551615.0 <= $bins_share::double,
  {fields}
from {customers}
where ({audience})
  and ({outcome})::double is not null
  and hash({key}, $seed::bigint)::double / 18446744073709551615.0
    <= greatest(
      $bins_share::double,
      case when ({outcome})::double > 0 then $with_share::double else $without_share::double end
    )
order by hash({key}, $seed::bigint), ({outcome})::double, hash({record});
