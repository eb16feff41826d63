-- Stands for no field at all, so that everybody is in one group.
true
