import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { text } from "../../server/database/shape.ts";
import { identifier, relation } from "../../server/database/sql-text.ts";
import { encodeFields } from "../../server/evidence/encode-fields.ts";
import { findCopies } from "../../server/evidence/find-copies.ts";
import { fitGoal } from "../../server/model/fit-goal.ts";
import type { Dataset, Field, FieldType } from "../../server/vocabulary.ts";
import { aDataset } from "../support/a-dataset.ts";
import { usualSettings } from "../support/model-input.ts";
import { openTestDatabase } from "../support/open-test-database.ts";

const folder = process.env["WINNOW_REAL_DATA"] ?? "";
const types: Record<string, FieldType> = { BIGINT: "integer", DOUBLE: "number", BOOLEAN: "boolean" };

/** The file as one customers table, read the short way: what matters here are the numbers. */
async function loadTable(file: string, outcome: string) {
  const { database } = await openTestDatabase([folder]);
  const made = await aDataset(database, { customers: [{ is_outcome: true }] });
  const customers = relation(made.schema, "customers");
  const source = `read_csv('${join(folder, file)}', nullstr = ['', ' '])`;
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

async function fitTable(file: string, outcome: string, key: string | null, apart: readonly string[]) {
  const { database, dataset, fields } = await loadTable(file, outcome);
  const chosen = fields.filter(({ name }) => !apart.includes(name) && name !== key && name !== "is_outcome");
  const options = { seed: 1, key, audience: null };
  const { input } = await encodeFields(database, dataset, chosen, identifier("is_outcome"), options);
  const copies = await findCopies(database, dataset, chosen);
  database.close();
  return { result: fitGoal({ ...input, settings: usualSettings }), copies };
}

describe.skipIf(!folder)("real tables (WINNOW_REAL_DATA)", () => {
  test("telco: eight or nine of 18 fields say all that all say", { timeout: 120_000 }, async () => {
    const { result, copies } = await fitTable("telco-churn/Telco-Customer-Churn.csv", `"Churn" = 'Yes'`, "customerID", [
      "Churn",
      "PhoneService",
    ]);
    expect(result.performance.allFields.value).toBeGreaterThan(0.843);
    expect(result.performance.keptFields.value).toBeGreaterThan(0.84);
    expect(result.kept.length).toBeLessThanOrEqual(9);
    expect(result.performance.keptShare.value).toBeGreaterThan(0.98);
    expect(copies.copies).toEqual([]);
  });

  test("bank: the length of the call tells half, and is kept", { timeout: 120_000 }, async () => {
    const { result, copies } = await fitTable("bank-additional/bank-additional-full.csv.gz", `"y" = 'yes'`, null, [
      "y",
    ]);
    expect(result.performance.allFields.value).toBeGreaterThan(0.935);
    expect(result.performance.keptShare.value).toBeGreaterThan(0.98);
    expect(result.kept).toContain("duration");
    expect(copies.clusters).toEqual([["cons.price.idx", "cons.conf.idx"]]);
  });

  test("shoppers: the value of the pages seen is most of it", { timeout: 120_000 }, async () => {
    const { result, copies } = await fitTable(
      "online-shoppers/online_shoppers_intention.csv",
      "revenue",
      "session_id",
      ["revenue"],
    );
    expect(result.performance.allFields.value).toBeGreaterThan(0.892);
    expect(result.performance.keptShare.value).toBeGreaterThan(0.98);
    expect(result.kept[0]).toBe("pagevalues");
    expect(copies.copies).toEqual([]);
  });
});
