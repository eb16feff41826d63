-- Customers the goal is for.
select count(*) as customers from people where in_audience
