-- The number that stands for a customer where the file itself has a field called rowid.
row_number() over ()
