-- A key that is not recorded.
null::varchar
