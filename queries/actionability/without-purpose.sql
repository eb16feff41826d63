-- Entries of a consents table that say yes for no purpose, though it has a field for purposes.
-- {consents} the table
-- {purpose} its purpose as one lower-case word
-- {granted} yes, no or unknown
select count(*) filter (where {granted} and {purpose} = '') as without from {consents}
