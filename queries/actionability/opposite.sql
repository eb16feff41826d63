-- The other answer: an objection is a no.
-- {flag} the answer
(not {flag})
