-- Filled cells of a time field that are a stand-in for no time: 1900, 1970-01-01, 2099, 9999.
-- {from} the table
-- {field} the field
-- {moment} the field as a time
select count(*) filter (where {field} is not null and {moment} is null) as stand_ins from {from}
