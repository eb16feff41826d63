-- One dataset.
-- $slug varchar = 'harbour-mobile'
select document
from workbench.datasets
where slug = $slug
