-- Takes one part away.
-- $dataset varchar = 'harbour-mobile'
-- $kind varchar = 'goals'
-- $id varchar = 'keep-leavers'
delete from workbench.strategy_parts
where dataset = $dataset and kind = $kind and id = $id;
