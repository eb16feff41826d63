import type { Evidence, Reason } from "../vocabulary.ts";
import type { FieldFacts } from "./field-facts.ts";

/** Turns facts into evidence. Pure: no query, no clock. */
export interface Rule {
  readonly reason: Reason;
  /** The evidence, or nothing where the rule does not hold. */
  readonly weigh: (facts: FieldFacts) => Evidence | undefined;
}
