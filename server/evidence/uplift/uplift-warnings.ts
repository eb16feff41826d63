import type { ResolvedGoal } from "../../goals/resolved-goal.ts";
import type { FieldRef } from "../../vocabulary.ts";
import { inWords, wholeNumber } from "../plain-words.ts";
import type { GoalUplift } from "./goal-uplift.ts";

/** What must be known before anybody acts on what was measured of an offer. */
export function upliftWarnings(
  { treatment, outcome }: ResolvedGoal,
  uplift: GoalUplift | null,
  open: readonly FieldRef[] = [],
): string[] {
  if (!treatment || !outcome) return [];
  if (!uplift) {
    return outcome.kind === "one-of-several"
      ? ["What the offer changes was not measured, because the outcome is one of several values."]
      : ["Too few customers to measure what the offer changes."];
  }
  return [...upliftSays(uplift), ...answerFirst(uplift, open)];
}

/** An offer that works changes what comes after it: such a field tells who got it, even where that was drawn by lot. */
function answerFirst({ claim, toldBy }: GoalUplift, open: readonly FieldRef[]): string[] {
  const told = toldBy.filter((ref) => open.some(({ table, field }) => table === ref.table && field === ref.field));
  if (claim !== "not-by-lot" || !told.length) return [];
  const fields = inWords([...new Set(told.map(({ field }) => field))]);
  return [
    `Say first whether ${fields} ${told.length > 1 ? "are" : "is"} known before the outcome: what comes after an offer can tell who got it, even one drawn by lot.`,
  ];
}

/** The same of what was measured. */
export function upliftSays({ claim, records, toldBy, enough }: GoalUplift): string[] {
  const lead = "Who is likely to act is not who is persuaded by the offer: the kept fields tell the first.";
  if (claim === "too-little")
    return ["Too few customers got the offer, or too few did not, to measure what it changes."];
  if (claim === "not-by-lot") {
    const fields = inWords([...new Set(toldBy.map(({ field }) => field))]);
    return [
      `Who got the offer was not drawn by lot: ${fields} ${toldBy.length > 1 ? "tell" : "tells"} it. What the offer changed is not claimed, and what the fields tell is valid for people like those contacted.`,
    ];
  }
  if (claim === "shown") return [lead];
  const settle = enough === null ? "" : ` About ${wholeNumber(enough)} would settle it.`;
  return [lead, `Whom the offer persuades is undecided with ${wholeNumber(records)} customers.${settle}`];
}
