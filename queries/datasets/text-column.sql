-- One column of a text table, for read-text and keys-of-objects.
-- {field} its name
{field} := 'VARCHAR'
