-- Some different filled cells of each column, from the first records.
-- {samples} one list a column, from sample-of-field
-- {rows} the table
select list_value({samples}) as samples
from (from {rows} limit 2000)
