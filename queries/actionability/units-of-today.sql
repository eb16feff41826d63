-- The units; their reach is their customer's.
select *, 0 as reach from units
