import type { Evidence, Facts } from "../../vocabulary.ts";
import type { FieldFacts } from "../field-facts.ts";
import type { UpliftField } from "./goal-uplift.ts";

/** What the field tells of who is persuaded, as a share of what all fields tell of it. */
export function upliftFacts({ share }: UpliftField): Facts {
  return { upliftShare: share.value, upliftLow: share.low, upliftHigh: share.high };
}

/** Where it was measured whom the offer persuades, the model's evidence holds the field's part in it. */
export function sayUplift(evidence: Evidence, { uplift }: Pick<FieldFacts, "uplift">): Evidence {
  if (!uplift || !("inKept" in evidence.facts)) return evidence;
  return { ...evidence, facts: { ...evidence.facts, ...upliftFacts(uplift) } };
}
