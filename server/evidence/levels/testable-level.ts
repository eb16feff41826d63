import type { Database } from "../../database/database.ts";
import { count } from "../../database/shape.ts";
import { relation } from "../../database/sql-text.ts";
import { customersTable } from "../../datasets/dataset.ts";
import { type Level, levelsOf } from "../../profiles/levels-of.ts";
import type { Dataset, FieldProfile } from "../../vocabulary.ts";
import { leastPerValue } from "../untestable.ts";

/** The commonest values must be this share of the filled cells to speak for a text. */
const leastCovered = 0.5;

/**
 * Of a text with too many values to test, the finest level that has few enough: of a postcode its first letters, of
 * others the commonest values where most records hold one of them. Null where there is none.
 */
export async function testableLevel(
  database: Database,
  dataset: Dataset,
  profile: FieldProfile,
  signal?: AbortSignal,
): Promise<Level | null> {
  const customers = relation(dataset.schema, customersTable(dataset).name);
  for (const level of levelsOf(profile)) {
    if (profile.meaning !== "postcode" && !isCovered(profile)) return null;
    const names = { customers, level: level.expression(database, profile.name) };
    const { levelValues } = await database.row("evidence/level-values", { levelValues: count }, { names, signal });
    if (levelValues > 1 && profile.filled >= leastPerValue * levelValues) return level;
  }
  return null;
}

function isCovered({ top, filled }: FieldProfile): boolean {
  const held = top.slice(0, 10).reduce((sum, { value, count }) => sum + (value === null ? 0 : count), 0);
  return held >= leastCovered * filled;
}
