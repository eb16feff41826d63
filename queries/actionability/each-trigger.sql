-- Triggers, where none is there twice.
count(*)
