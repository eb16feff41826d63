-- Keeps a result.
-- $key varchar = 'abc'
-- $result varchar = '{}'
insert or replace into workbench.results (key, result)
values ($key, $result);
