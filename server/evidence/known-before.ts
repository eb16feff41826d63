import type { Database } from "../database/database.ts";
import { count } from "../database/shape.ts";
import { relation, type Sql } from "../database/sql-text.ts";
import { customersTable } from "../datasets/dataset.ts";
import type { ResolvedGoal } from "../goals/resolved-goal.ts";
import type { Dataset } from "../vocabulary.ts";
import { timeOf, withinCutOff } from "./roll-ups/roll-up-tables.ts";

/** The customers who were known at the cut-off. */
export interface KnownBefore {
  /** boolean over the customers table */
  readonly condition: Sql;
  /** the customers whom it leaves out */
  readonly since: number;
  readonly cutOff: string;
}

/**
 * Where the customers are the keys of a log, one who is first seen after the cut-off is there because of the outcome: that
 * nothing is known of them before would give it away. Null where the customers come from a table of their own, or the
 * outcome has no cut-off.
 */
export async function knownBefore(
  database: Database,
  dataset: Dataset,
  outcome: ResolvedGoal["outcome"],
  signal?: AbortSignal,
): Promise<KnownBefore | null> {
  if (!outcome || !("cutOff" in outcome.as) || !isMadeOfKeys(dataset)) return null;
  const { cutOff } = outcome.as;
  const own = customersTable(dataset).layout.key;
  const conditions = dataset.tables.flatMap((table): Sql[] => {
    const { key, joins } = table.layout;
    const customer = joins ?? own;
    if (table.kind === "customers" || key === null || customer === null) return [];
    const records = relation(dataset.schema, table.name);
    const within = withinCutOff(database, timeOf(table), cutOff);
    return [database.fragment("evidence/roll-up-keys-before", { customer, key, records, within })];
  });
  const [first, ...others] = conditions;
  if (!first) return null;
  const condition = others.reduce((one, other) => database.fragment("evidence/any-of", { one, other }), first);
  const customers = relation(dataset.schema, customersTable(dataset).name);
  const { customers: since } = await database.row(
    "evidence/roll-up-customers-since",
    { customers: count },
    { names: { customers, known: condition }, signal },
  );
  return { condition, since, cutOff };
}

/** Of a log alone, the customers are its different keys: a table of one field that no file holds. */
function isMadeOfKeys(dataset: Dataset): boolean {
  const { fields, sha256, name } = customersTable(dataset);
  return fields.length === 1 && dataset.tables.some((table) => table.name !== name && table.sha256 === sha256);
}
