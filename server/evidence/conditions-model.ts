import type { FieldFacts } from "./field-facts.ts";
import { duty } from "./rules/duty.ts";
import { notPermitted } from "./rules/not-permitted.ts";
import { role } from "./rules/role.ts";
import { stale } from "./rules/stale.ts";
import { used } from "./rules/used.ts";

/** Roles whose values point at people and tell nothing of them. */
const pointing = new Set(["key", "address"]);

/**
 * Is the field held anyway, and may the model lean on it? Then it is part of every model, so that a field which only
 * repeats it brings nothing. Never what says who got the offer, which is known only because of the campaign; nor one that is specially protected without permission, or too old for the goal.
 */
export function conditionsModel(facts: FieldFacts): boolean {
  if (facts.usedIn === "treatment") return false;
  const isHeld = [duty, role, used].some((rule) => rule.weigh(facts) !== undefined);
  const isBarred = [notPermitted, stale].some((rule) => rule.weigh(facts) !== undefined);
  return isHeld && !isBarred && !facts.roles.some((one) => pointing.has(one.role));
}
