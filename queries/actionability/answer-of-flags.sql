-- One answer from several: a no anywhere is no, else a yes anywhere is yes, else unknown.
-- {flags} the answers
(case
  when coalesce(list_contains([{flags}]::boolean[], false), false) then false
  when coalesce(list_contains([{flags}]::boolean[], true), false) then true
end)
