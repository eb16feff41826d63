import type { FieldFacts } from "./field-facts.ts";
import type { GoalAnalysis } from "./goal-analysis.ts";
import { fieldName } from "./roll-ups/roll-up.ts";
import { rulesOut } from "./rules-out.ts";
import type { TestedSoFar } from "./so-far.ts";

/** What is known of a field while others are still being tested. */
export interface FieldSoFar {
  readonly table: string;
  readonly name: string;
  /** settled: a rule decided without a test; waiting: it has no evidence yet */
  readonly state: "settled" | "tested" | "waiting";
  readonly evidence: GoalAnalysis["fields"][number]["evidence"];
}

/** @param weighed the evidence of every field, as far as it is known, in the order of the facts */
export function evidenceSoFar(
  facts: readonly FieldFacts[],
  found: TestedSoFar,
  weighed: GoalAnalysis["fields"],
): readonly FieldSoFar[] {
  return weighed.flatMap(({ table, name, evidence }, place) => {
    const own = facts[place];
    if (!own) return [];
    const state = stateOf(own, found, evidence.length > 0);
    return [{ table, name, state, evidence: state === "waiting" ? [] : evidence }];
  });
}

/** A field of another table has no verdict before its records are summed up and tested, whatever the rules say until then. */
function stateOf(facts: FieldFacts, { model, rolledUp }: TestedSoFar, hasEvidence: boolean): FieldSoFar["state"] {
  const { table, name } = facts.profile;
  if (rulesOut(facts)) return "settled";
  if (!facts.ofCustomers) {
    return !rolledUp ? "waiting" : rolledUp.has(fieldName({ table, field: name })) ? "tested" : "settled";
  }
  if (model?.fields.some((need) => need.name === name)) return "tested";
  return hasEvidence ? "settled" : "waiting";
}
