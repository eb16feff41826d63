-- A cell with a decimal comma, written with a point; null where it has a point already.
-- {field} the column
case when not contains({field}, '.') then replace({field}, ',', '.') end
