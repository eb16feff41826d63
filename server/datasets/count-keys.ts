import type { Database, Session } from "../database/database.ts";
import { count, listOf } from "../database/shape.ts";
import type { Sql } from "../database/sql-text.ts";
import type { Field } from "../vocabulary.ts";
import type { KeyFact } from "./guess-kinds.ts";
import { keyCandidates } from "./layout-words.ts";

/** How many cells and how many different ones the fields have that may be a table's key, likeliest first. */
export async function countKeys(
  database: Database,
  ask: Pick<Session, "rows">,
  rows: Sql,
  fields: readonly Field[],
  signal?: AbortSignal,
): Promise<KeyFact[]> {
  const candidates = keyCandidates(fields).any.slice(0, 20);
  if (candidates.length === 0) return [];
  const counts = candidates.flatMap((field) => [
    database.fragment("datasets/filled-cells", { field }),
    database.fragment("datasets/distinct-cells", { field }),
  ]);
  const [row] = await ask.rows(
    "datasets/counts-over-table",
    { counts: listOf(count) },
    { names: { counts, rows }, signal },
  );
  return candidates.map((field, at) => ({
    field,
    filled: row?.counts[2 * at] ?? 0,
    distinct: row?.counts[2 * at + 1] ?? 0,
  }));
}
