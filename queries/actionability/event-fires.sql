-- The event is the one that triggers.
-- {field} the field that says what happened
-- {event} the trigger's event
({field}::varchar = {event})
