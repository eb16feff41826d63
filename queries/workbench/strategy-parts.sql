-- The strategy of one dataset, in the order it was written.
-- $dataset varchar = 'harbour-mobile'
select kind, id, document
from workbench.strategy_parts
where dataset = $dataset
order by position, kind, id;
