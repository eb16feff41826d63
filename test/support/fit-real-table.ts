import { join } from "node:path";
import { text } from "../../server/database/shape.ts";
import { identifier, relation } from "../../server/database/sql-text.ts";
import { encodeFields } from "../../server/evidence/encoding/encode-fields.ts";
import { findCopies } from "../../server/evidence/find-copies.ts";
import { fitGoal } from "../../server/model/fit-goal.ts";
import type { ModelInput } from "../../server/model/model-input.ts";
import type { Dataset, Field, FieldType } from "../../server/vocabulary.ts";
import { aDataset } from "./a-dataset.ts";
import { usualSettings } from "./model-input.ts";
import { openTestDatabase } from "./open-test-database.ts";

export const realTables = process.env["WINNOW_REAL_DATA"] ?? "";

const types: Record<string, FieldType> = { BIGINT: "integer", DOUBLE: "number", BOOLEAN: "boolean" };

/** The file as one customers table, read the short way: what matters here are the numbers. */
async function loadTable(file: string, outcome: string) {
  const { database } = await openTestDatabase([realTables]);
  const made = await aDataset(database, { customers: [{ is_outcome: true }] });
  const customers = relation(made.schema, "customers");
  const source = `read_csv('${join(realTables, file)}', nullstr = ['', ' '])`;
  const create = `create or replace table ${customers.sql} as select *, ${outcome} as is_outcome from ${source}`;
  await database.run({ name: "test/read-table", sql: create });
  const describe = `select column_name as name, data_type as type from duckdb_columns() where schema_name = '${made.schema}' order by column_index`;
  const columns = await database.rows({ name: "test/columns", sql: describe }, { name: text, type: text });
  const fields = columns.map(({ name, type }): Field => ({ name, slug: name, type: types[type] ?? "text" }));
  const records = await database.rows(
    { name: "test/count", sql: `select count(*)::varchar as n from ${customers.sql}` },
    { n: text },
  );
  const table = { ...made.tables[0]!, fields, records: Number(records[0]!.n) };
  const dataset: Dataset = { ...made, tables: [table] };
  return { database, dataset, fields };
}

/** A goal over one of the real tables: its fields but the key and those set apart, its copies, and what the model says. */
export async function fitTable(file: string, outcome: string, key: string | null, apart: readonly string[]) {
  const { database, dataset, fields } = await loadTable(file, outcome);
  const chosen = fields.filter(({ name }) => !apart.includes(name) && name !== key && name !== "is_outcome");
  const options = { seed: 1, key, audience: null };
  const encoded = await encodeFields(database, dataset, chosen, identifier("is_outcome"), options);
  const copies = await findCopies(database, dataset, chosen);
  database.close();
  const input: ModelInput = { ...encoded.input, settings: usualSettings };
  return { result: fitGoal(input), input, copies };
}
