import type { Database } from "../../database/database.ts";
import { count, text } from "../../database/shape.ts";
import { relation } from "../../database/sql-text.ts";
import type { Dataset } from "../../vocabulary.ts";
import type { JoinedTable } from "./roll-up-tables.ts";

/** With more kinds of events than this they are not told apart. */
const mostKinds = 12;
/** A kind that fewer customers have is not named. */
const leastCustomers = 5;

/** The kinds of events that are summed up one by one, by name: of what happened up to the cut-off. */
export async function rollUpKinds(
  database: Database,
  dataset: Dataset,
  { table, key, within }: JoinedTable,
  signal?: AbortSignal,
): Promise<string[]> {
  const { event } = table.layout;
  if (event === null) return [];
  const names = { event, key, events: relation(dataset.schema, table.name), within };
  const values = { most: mostKinds + 1 };
  const kinds = await database.rows(
    "evidence/roll-up-kinds",
    { kind: text, customers: count },
    { names, values, signal },
  );
  if (kinds.length > mostKinds) return [];
  return kinds.filter(({ customers }) => customers >= leastCustomers).map(({ kind }) => kind);
}
