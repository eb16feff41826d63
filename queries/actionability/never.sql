-- A condition that holds for nobody.
false
