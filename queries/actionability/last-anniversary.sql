-- The last yearly return of a date, moved by a number of minutes, that is not after the as-of time.
-- {moment} the date
-- {minutes} how far the trigger lies from it, forward
-- {as_of} the as-of time
(case
  when {moment} + to_years(year({as_of}::timestamp) + 1 - year({moment})) + to_minutes({minutes}::bigint) <= {as_of}::timestamp
    then {moment} + to_years(year({as_of}::timestamp) + 1 - year({moment})) + to_minutes({minutes}::bigint)
  when {moment} + to_years(year({as_of}::timestamp) - year({moment})) + to_minutes({minutes}::bigint) <= {as_of}::timestamp
    then {moment} + to_years(year({as_of}::timestamp) - year({moment})) + to_minutes({minutes}::bigint)
  else {moment} + to_years(year({as_of}::timestamp) - 1 - year({moment})) + to_minutes({minutes}::bigint)
end)
