-- The records of one kind of event.
-- {event} the field that says what happened
-- {kind} the kind of event
{event}::varchar = {kind}
