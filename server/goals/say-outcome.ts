import type { Outcome } from "../vocabulary.ts";
import { findMinutes, sayDuration } from "./duration.ts";

/** An outcome in a few words: "Churn is Yes", "more revenue", "refund in orders within 90 days". */
export function sayOutcome(outcome: Outcome): string {
  if ("sql" in outcome) return outcome.sql;
  if ("field" in outcome) return "is" in outcome ? `${outcome.field} is ${outcome.is.trim()}` : `More ${outcome.field}`;
  const what = outcome.event === null ? `Anything in ${outcome.table}` : `${outcome.event} in ${outcome.table}`;
  const minutes = findMinutes(outcome.within);
  return `${what} within ${minutes === undefined ? outcome.within : sayDuration(minutes)}`;
}
