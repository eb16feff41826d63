-- An hour after it happened.
(happened_at + interval 1 hour)
