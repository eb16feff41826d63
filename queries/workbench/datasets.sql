-- Every dataset, the last loaded first.
select document
from workbench.datasets
order by loaded_at desc, slug
