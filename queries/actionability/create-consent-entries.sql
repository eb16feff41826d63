-- Every grant and withdrawal that speaks for this goal, of all consents tables.
create temp table consent_entries (customer bigint, channel varchar, purpose varchar, granted boolean, said_at timestamp)
