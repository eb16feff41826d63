import { customersTable } from "../datasets/dataset.ts";
import { headerWords } from "../profiles/header-words.ts";
import type { Dataset, FieldProfile, Outcome } from "../vocabulary.ts";

/** The fields that may say when an outcome became known. */
export interface OutcomeTimes {
  readonly fields: readonly FieldProfile[];
  /** the one that is named like the outcome; only a person can tell */
  readonly likely: FieldProfile | null;
}

/** Dates and times of the customers table; "churn_date" looks like the time of "churned". */
export function outcomeTimes(
  dataset: Dataset,
  profiles: readonly FieldProfile[],
  outcome: Outcome | undefined,
): OutcomeTimes {
  const fields = profiles.filter(
    ({ table, type }) => table === customersTable(dataset).name && (type === "date" || type === "time"),
  );
  const stems = outcome && "field" in outcome ? stemsOf(outcome.field) : [];
  const likely = fields.find(({ name }) => stemsOf(name).some((stem) => stems.includes(stem)));
  return { fields, likely: likely ?? null };
}

const plainWords = new Set(["date", "time", "when", "is", "has", "was", "at", "on", "the", "last"]);

/** churn, churned and churning begin alike. */
function stemsOf(name: string): string[] {
  return headerWords(name)
    .map((word) => word.toLowerCase())
    .filter((word) => !plainWords.has(word) && word.length > 3)
    .map((word) => word.slice(0, 5));
}
