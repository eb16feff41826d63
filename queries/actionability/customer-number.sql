-- The number that stands for a customer: the record's place in the file.
rowid
