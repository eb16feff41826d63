-- An hour before it happened.
(happened_at - interval 1 hour)
