-- Stands for records that all count.
true
