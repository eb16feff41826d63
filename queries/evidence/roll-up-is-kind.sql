-- Says whether a record is of one kind.
-- {event} the field that says which event it was
-- {kind} the kind as a literal
{event}::varchar = {kind}
