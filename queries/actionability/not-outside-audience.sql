-- No customer outside the audience has this key.
-- {key} the key's place among the customers' keys
(fired.key is null or not exists (select 1 from people where not people.in_audience and people.keys[{key}] = fired.key))
