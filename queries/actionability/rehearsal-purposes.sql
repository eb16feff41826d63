-- The purposes that the entries of this goal speak of.
select distinct purpose from consent_entries order by purpose
