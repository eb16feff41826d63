import type { Evidence, Reason } from "../../vocabulary.ts";
import type { FieldFacts } from "../field-facts.ts";

const fromModel: ReadonlySet<Reason> = new Set(["no-lift", "too-close"]);

/** Where a level spoke for values too many to test, the model's evidence says so. */
export function sayTestedAs(evidence: Evidence, { testedAs, need }: Pick<FieldFacts, "testedAs" | "need">): Evidence {
  if (testedAs === null || !need || !fromModel.has(evidence.rule)) return evidence;
  return {
    ...evidence,
    sentence: `${evidence.sentence} Tested as “${testedAs}”: the full values are too many to test.`,
    facts: { ...evidence.facts, testedAs },
  };
}
