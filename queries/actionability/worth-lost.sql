-- Millionths of a unit's worth that its delay costs, compared with acting at once; all of it where it never arrived.
-- {best} what acting at once is worth
-- {left} what is left of it
coalesce(round((1 - least({left} / {best}, 1)) * 1000000), 1000000)::bigint
