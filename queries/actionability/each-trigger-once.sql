-- Triggers, of the same customer and moment one.
count(distinct (key, happened_at)) filter (where key is not null) + count(*) filter (where key is null)
