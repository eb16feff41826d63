import { findField } from "../datasets/dataset.ts";
import type { Dataset, Decision, FieldRef } from "../vocabulary.ts";

/** The decision that stands for a field and a goal: the latest one for this goal, else the latest for every goal. */
export function findDecision(
  decisions: readonly Decision[],
  dataset: Dataset,
  field: FieldRef,
  goal: string,
): Decision | null {
  const about = decisions.filter((decision) => isSame(findField(dataset, decision.field), field));
  return about.findLast((decision) => decision.goal === goal) ?? about.findLast((decision) => !decision.goal) ?? null;
}

function isSame(a: FieldRef | undefined, b: FieldRef): boolean {
  return a?.table === b.table && a.field === b.field;
}
