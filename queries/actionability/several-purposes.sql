-- Whether entries speak of more than one purpose.
select count(distinct purpose) > 1 as several from consent_entries
