-- The data's own time, against which today's ages are measured.
-- {as_of} the time
{as_of}::timestamp
