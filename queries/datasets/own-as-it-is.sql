-- A column whose type is one of ours.
-- {field} the column
{field}
