-- Nothing is lost to a delay that nothing measures.
0::bigint
