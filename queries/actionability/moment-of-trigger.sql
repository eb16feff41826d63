-- When it happened.
happened_at
