import type { FieldNeed } from "../model/model-result.ts";
import type { GoalFacts } from "./field-facts.ts";
import { inWords, wholeNumber } from "./plain-words.ts";
import { openFor } from "./tells-apart.ts";

/** Shares below print as nothing. */
const leastShare = 0.0005;

/** What would have to be different for a field that is needed to be let go. */
export function changesNeeded(need: FieldNeed): string {
  const partners = need.partners.length ? ` So would letting go of ${inWords(need.partners.slice(0, 3))}.` : "";
  return `Another field that says the same and reveals less would make it unused.${partners}`;
}

/** Of a field that is unused: what stands in for it, or how low the floor would have to be. */
export function changesUnused(
  need: FieldNeed,
  { delta }: GoalFacts,
  why: "redundant" | "too-small" | "no-signal",
): string {
  if (why === "redundant" && need.carriedBy.length) {
    return `If ${inWords(need.carriedBy)} went, it would have to be tested again.`;
  }
  if (need.share.high < leastShare) return "Only other customers or another kept set: among these it is worth nothing.";
  return `It would not be unused if the floor were under ${percent(need.share.high)}; it is ${percent(delta)}.`;
}

/** Of a field that is undecided: how many customers would settle it, or which floor. */
export function changesUndecided(need: FieldNeed, { records, delta }: GoalFacts): string {
  const { recordsNeeded, share } = need;
  if (recordsNeeded && recordsNeeded > records) {
    return `About ${wholeNumber(recordsNeeded)} customers would settle it, ${wholeNumber(twoDigits(recordsNeeded - records))} more than now.`;
  }
  const high = percent(Math.max(0, share.high));
  if (!need.inKept && share.high < delta) {
    return `More customers${openFor(need)}: for all values together it is under the floor of ${percent(delta)}.`;
  }
  return need.inKept
    ? `More customers, or another field that says the same. It is worth ${percent(Math.max(0, share.low))} to ${high} of what all fields tell; the floor is ${percent(delta)}.`
    : `More customers, or a floor above ${high}; it is ${percent(delta)}.`;
}

/** The number needed is known no better than that. */
function twoDigits(records: number): number {
  return Number(records.toPrecision(2));
}

function percent(share: number): string {
  return `${Number((100 * share).toPrecision(2))}%`;
}
