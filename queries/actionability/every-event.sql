-- Every event of the trigger, where none is there twice.
select * from within
