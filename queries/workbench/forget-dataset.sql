-- Forgets a dataset.
-- $slug varchar = 'harbour-mobile'
delete from workbench.datasets
where slug = $slug
