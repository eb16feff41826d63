-- One kept result.
-- $key varchar = 'abc'
select result
from workbench.results
where key = $key;
