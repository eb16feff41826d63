-- A moment in milliseconds since 1970.
-- {at} the field that holds it
epoch_ms({at}::timestamp)::double
