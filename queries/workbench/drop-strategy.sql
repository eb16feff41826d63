-- Takes a dataset's whole strategy away.
-- $dataset varchar = 'harbour-mobile'
delete from workbench.strategy_parts
where dataset = $dataset;
