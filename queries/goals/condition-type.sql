-- What a condition answers with; it is bound to the customers' fields and not run.
-- {customers} the customers relation
-- {condition} a condition from the gate
describe select {condition} as answer from {customers}
