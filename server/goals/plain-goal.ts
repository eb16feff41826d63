import { customersTable } from "../datasets/dataset.ts";
import type { Dataset, Goal, Outcome } from "../vocabulary.ts";
import { sayOutcome } from "./say-outcome.ts";

/** What `--outcome` alone asks: a goal with the key `goal`, only the key role, no channel and no window. */
export function plainGoal(outcome: Outcome, dataset: Dataset): Goal {
  const { key } = customersTable(dataset).layout;
  return {
    key: "goal",
    name: sayOutcome(outcome, dataset),
    outcome,
    channels: [],
    roles: key === null ? {} : { key },
  };
}
