-- A time that is not recorded.
null::timestamp
