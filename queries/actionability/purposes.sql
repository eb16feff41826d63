-- The purposes that a consents table writes, empty ones left out.
-- {consents} the table
-- {purpose} the purpose as one lower-case word
select distinct {purpose} as code from {consents} where {purpose} <> '' order by code limit 1000
