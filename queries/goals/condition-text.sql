-- The SQL of a syntax tree.
-- $tree varchar = '{"error": false, "statements": []}'
select json_deserialize_sql($tree::json) as sql
