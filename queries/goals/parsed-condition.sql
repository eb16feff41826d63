-- The syntax tree of a statement; nothing in it is looked up or opened.
-- $sql varchar = 'select (plan = ''Basic'')'
select json_serialize_sql($sql::varchar)::varchar as tree
