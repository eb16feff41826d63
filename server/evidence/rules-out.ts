import type { FieldFacts } from "./field-facts.ts";
import { duty } from "./rules/duty.ts";
import { notPermitted } from "./rules/not-permitted.ts";
import { role } from "./rules/role.ts";
import { stale } from "./rules/stale.ts";
import { used } from "./rules/used.ts";

/** Is the field decided before anything is tested? Then it stays out of the model. */
export function rulesOut(facts: FieldFacts): boolean {
  return [duty, notPermitted, role, used, stale].some((rule) => rule.weigh(facts) !== undefined);
}
