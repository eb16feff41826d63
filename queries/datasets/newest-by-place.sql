-- The place of a customer's last record in the file.
max(rowid)
