import type { Database } from "../database/database.ts";
import { count } from "../database/shape.ts";
import { relation } from "../database/sql-text.ts";
import type { Field } from "../vocabulary.ts";

export interface KeptRecords {
  readonly records: number;
  readonly copiesRemoved: number;
  readonly warnings: readonly string[];
}

/**
 * Leaves one record a customer where keys repeat: exact copies are removed and counted, else the newest record stays (by `updated`,
 * else the last of the file). A table without a key keeps every record.
 */
export async function oneRecordPerCustomer(
  database: Database,
  schema: string,
  table: { readonly name: string; readonly records: number; readonly fields: readonly Field[] },
  { key, updated }: { readonly key: string; readonly updated: string | null },
  signal?: AbortSignal,
): Promise<KeptRecords> {
  const names = { table: relation(schema, table.name), key };
  const fields = table.fields.map(({ name }) => name);
  const found = await database.row(
    "datasets/repeated-records",
    { records: count, different: count, customers: count, withoutKey: count },
    { names: { ...names, fields }, signal },
  );
  const copiesRemoved = found.records - found.different;
  const superseded = found.different - found.customers;
  if (found.records > 0) {
    const newest = `${table.name} newest`;
    const newest_place = updated
      ? database.fragment("datasets/newest-by-time", { updated })
      : database.fragment("datasets/newest-by-place");
    await database.run("datasets/newest-records", {
      names: { ...names, newest: relation(schema, newest), newest_place },
      signal,
    });
    await database.run("datasets/drop-table", { names: { table: names.table } });
    await database.run("datasets/rename-table", { names: { table: relation(schema, newest), name: table.name } });
  }
  const warnings: string[] = [];
  if (copiesRemoved)
    warnings.push(`${table.name}: ${rows(copiesRemoved)} that repeat another word for word were removed.`);
  if (superseded) {
    const which = updated ? `the newest by ${updated}` : "the last in the file";
    warnings.push(`${table.name}: ${rows(superseded)} of customers who have several were left out; ${which} was kept.`);
  }
  if (found.withoutKey) warnings.push(`${table.name}: ${rows(found.withoutKey)} have no ${key}.`);
  return { records: table.records - copiesRemoved - superseded, copiesRemoved, warnings };
}

function rows(number: number): string {
  return `${number.toLocaleString("en")} row${number === 1 ? "" : "s"}`;
}
