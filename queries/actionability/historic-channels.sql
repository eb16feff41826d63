-- The channels whose answers have a history.
select distinct channel from customer_channels where historic
