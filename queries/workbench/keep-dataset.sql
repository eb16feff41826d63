-- Keeps a dataset, in place of the one that had its slug.
-- $slug varchar = 'harbour-mobile'
-- $loaded_at varchar = '2026-11-23T09:40:00Z'
-- $document varchar = '{}'
insert or replace into workbench.datasets (slug, loaded_at, document)
values ($slug, $loaded_at, $document)
