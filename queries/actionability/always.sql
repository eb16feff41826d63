-- A condition that holds for everybody.
true
