-- A moment that lies not after the cut-off; a later one counts as not known yet.
-- {field} a date or a time
-- {cut_off} the cut-off as a literal
(case when {field} <= {cut_off}::timestamp then {field} end)
