-- The different cells of a column.
-- {field} the column
-- {rows} the table
select distinct {field} from {rows}
