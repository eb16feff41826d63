import { customersTable } from "../datasets/dataset.ts";
import type { Dataset, Outcome } from "../vocabulary.ts";
import { findMinutes, sayDuration } from "./duration.ts";

/** An outcome in a few words: "Churn is Yes", "More revenue", "Which plan", "refund in orders within 90 days". */
export function sayOutcome(outcome: Outcome, dataset: Dataset): string {
  if ("sql" in outcome) return outcome.sql;
  if ("field" in outcome) {
    if ("is" in outcome) return `${outcome.field} is ${outcome.is.trim()}`;
    const isText = customersTable(dataset).fields.some(({ name, type }) => name === outcome.field && type === "text");
    return `${isText ? "Which" : "More"} ${outcome.field}`;
  }
  const what = outcome.event === null ? `Anything in ${outcome.table}` : `${outcome.event} in ${outcome.table}`;
  const minutes = findMinutes(outcome.within);
  return `${what} within ${minutes === undefined ? outcome.within : sayDuration(minutes)}`;
}
