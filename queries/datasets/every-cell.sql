-- Every cell of a column.
-- {field} the column
-- {rows} the table
select {field} from {rows}
