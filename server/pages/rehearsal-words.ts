import type { GoalActionability } from "../actionability/goal-actionability.ts";
import type { Fate } from "../actionability/rehearsal/fates.ts";

/** What became of a trigger, as a counter is headed. */
export const fateWords: Readonly<Record<Fate, string>> = {
  acted: "Acted in time",
  "in-time": "Too late",
  agreed: "Not allowed",
  reachable: "No address",
  fresh: "Value too old",
  present: "Field missing",
  identifiable: "Nobody known",
  "held-back": "Held back on purpose",
};

/** The order in which readers ask. */
export const fatesAsked: readonly Fate[] = [
  "acted",
  "in-time",
  "agreed",
  "reachable",
  "fresh",
  "present",
  "identifiable",
  "held-back",
];

/** Why a trigger was not acted on, in the report's words. */
export function whyFate(fate: Fate, stages: GoalActionability["stages"]): string {
  if (fate === "acted") return "every step passed";
  if (fate === "held-back") return "held back on purpose";
  return stages.find(({ stage }) => stage === fate)?.lostBecause ?? "";
}

const minuteWords = new Intl.DateTimeFormat("en-GB", {
  timeZone: "UTC",
  day: "numeric",
  month: "long",
  year: "numeric",
  hour: "2-digit",
  minute: "2-digit",
});

/** "12 November 2026 at 09:40 UTC", of microseconds since 1970. */
export function sayMoment(microseconds: number): string {
  return `${minuteWords.format(microseconds / 1_000)} UTC`;
}

/** "0.7 ms", "12 ms"; rounded up. */
export function sayMilliseconds(milliseconds: number): string {
  return `${milliseconds < 10 ? (Math.ceil(milliseconds * 10) / 10).toFixed(1) : Math.ceil(milliseconds)} ms`;
}
