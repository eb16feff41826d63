-- A condition that came through the gate, with no answer read as no.
-- {condition} the condition
coalesce({condition}, false)
