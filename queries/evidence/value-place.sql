-- Which of the values the outcome is, counted from 1; empty where it is.
-- {outcome} the outcome, a text
-- {values} the values as literals
case when ({outcome}) is null then null else list_position([{values}], ({outcome})) end
