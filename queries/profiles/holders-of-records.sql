-- A mask with a bit for each of 62 groups of customers: it never shows more customers than there are.
-- {key} the field that says which customer
coalesce(bit_or(1::bigint << (hash({key}) % 62)::bigint) filter ({key} is not null), 1::bigint)
