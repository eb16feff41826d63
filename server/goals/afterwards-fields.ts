import type { Database } from "../database/database.ts";
import { gateCondition } from "../database/gate.ts";
import { findField } from "../datasets/dataset.ts";
import { UserError } from "../errors.ts";
import type { Dataset, FieldRef, Goal, Strategy } from "../vocabulary.ts";

/**
 * The fields that say how it ended: those of every goal's outcome, and those that a person called known afterwards. What
 * does not fit the tables is left out here; the goal itself says so.
 */
export async function afterwardsFields(
  database: Database,
  dataset: Dataset,
  { goals, answers }: Pick<Strategy, "goals" | "answers">,
  options: { readonly asOf: string | null },
): Promise<readonly FieldRef[]> {
  const found: FieldRef[] = [];
  for (const goal of goals) found.push(...(await outcomeFields(database, dataset, goal, options)));
  const answered = answers
    .filter(({ known }) => known === "afterwards")
    .flatMap(({ field }) => findField(dataset, field) ?? []);
  return [...found, ...answered];
}

async function outcomeFields(
  database: Database,
  dataset: Dataset,
  { outcome }: Goal,
  options: { readonly asOf: string | null },
): Promise<readonly FieldRef[]> {
  if (outcome === undefined || "table" in outcome) return [];
  if ("field" in outcome)
    return [outcome.field, outcome.at ?? []].flat().flatMap((name) => findField(dataset, name) ?? []);
  try {
    return (await gateCondition(database, dataset, outcome.sql, options)).fields;
  } catch (error) {
    if (error instanceof UserError) return [];
    throw error;
  }
}
