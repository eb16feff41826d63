-- One record is one customer, so the records are counted and no mask is needed.
0::bigint
