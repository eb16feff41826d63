-- An answer in one word; unknown stays empty.
-- {answer} true, false, or null for unknown
case when {answer} then 'yes' when not {answer} then 'no' end
