-- Where the number's band begins.
-- {field} a number
-- {width} how wide a band is
(floor({field} / {width}) * {width})
