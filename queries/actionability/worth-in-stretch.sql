-- What acting is worth after a delay, in one straight stretch of a curve; later stretches follow.
-- {delay} minutes
-- {start} where the stretch begins, in minutes
-- {finish} where it ends, in minutes
-- {worth} what it is worth at its beginning
-- {slope} what it gains each minute
-- {later} what it is worth after this stretch
case when {delay} <= {finish} then {worth} + {slope} * ({delay} - {start}) else {later} end
