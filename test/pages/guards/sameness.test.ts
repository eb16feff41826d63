import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { customersFile, type Reports, reportsOf } from "../../support/report-json.ts";
import { writtenSample } from "../../support/sample.ts";
import { slowCsvFile } from "../../support/slow-csv.ts";
import { csvOf, shuffled, telcoLike } from "../../support/telco-like.ts";

const table = telcoLike({ records: 1_500 });
const mixed = { ...table, records: shuffled(table.records, 5) };
const outcome = ["--outcome", "left=Yes"];

/** Both documents but for when they were made and the bytes they were made from. */
function comparable({ minimization, actionability }: Reports): unknown {
  return [minimization, actionability].map(({ run, ...report }) => ({
    ...report,
    dataset: { ...report.dataset, tables: report.dataset.tables.map(({ sha256, ...rest }) => rest) },
  }));
}

describe("one table with a key", () => {
  const file = customersFile(csvOf(table));
  let first: Reports;
  beforeAll(async () => {
    first = await reportsOf([file], outcome);
  });

  test("it is a report that says something", () => {
    expect(first.minimization.goals[0]?.supported).toBe(true);
    expect(first.minimization.goals[0]?.kept.length).toBeGreaterThan(1);
    expect(first.minimization.fields).toHaveLength(13);
  });

  test.each([
    ["a second time", [file], []],
    ["on one thread", [file], ["--threads", "1"]],
    ["on four threads", [file], ["--threads", "4"]],
    ["with its rows in another order", [customersFile(csvOf(mixed))], []],
  ])("the reports are the same %s", async (_, files, args) => {
    expect(comparable(await reportsOf(files, [...outcome, ...args]))).toEqual(comparable(first));
  });

  test("another seed divides the customers differently", async () => {
    const other = await reportsOf([file], [...outcome, "--seed", "2"]);
    expect(other.minimization.seed).toBe(2);
    expect(other.minimization.goals[0]?.performance).not.toEqual(first.minimization.goals[0]?.performance);
  });
});

test("without a key the reports are the same with the rows in another order, copies among them", async () => {
  const withoutKey = ({ header, records }: typeof table) => ({
    header: header.slice(1),
    records: records.map((record) => record.slice(1)),
  });
  const twice = { ...table, records: [...table.records.slice(0, 600), ...table.records.slice(0, 9)] };
  const mixedTwice = { ...twice, records: shuffled(twice.records, 6) };
  const [one, other] = await Promise.all(
    [twice, mixedTwice].map((rows) => reportsOf([customersFile(csvOf(withoutKey(rows)))], outcome)),
  );
  expect(one && comparable(one)).toEqual(other && comparable(other));
});

test("a repeated key leaves the same record behind whatever the order of the rows", async () => {
  const [first = [], second = []] = table.records;
  const changed = table.records
    .slice(0, 40)
    .map((record, row) => record.map((cell, at) => (at === 2 ? `Jena ${row % 3}` : cell)));
  const repeated = { ...table, records: [...table.records.slice(0, 600), ...changed, first, second] };
  const mixedRepeated = { ...repeated, records: shuffled(repeated.records, 7) };
  const [one, other] = await Promise.all(
    [repeated, mixedRepeated].map((rows) => reportsOf([customersFile(csvOf(rows))], outcome)),
  );
  expect(one?.minimization.dataset.tables[0]).toMatchObject({ records: 600 });
  expect(one && comparable(one)).toEqual(other && comparable(other));
});

test("several tables give the same reports with every row in another order, on one thread", async () => {
  const sample = writtenSample({ customers: 800 });
  const strategy = ["--strategy", sample.strategyFile];
  const folder = mkdtempSync(join(tmpdir(), "winnow-mixed-"));
  const mixedFiles = sample.files.map((file, index) => mixLines(file, folder, index));
  const [one, other] = await Promise.all([
    reportsOf(sample.files, strategy),
    reportsOf(mixedFiles, [...strategy, "--threads", "1"]),
  ]);
  expect(comparable(other)).toEqual(comparable(one));
});

/** The file's records in another order, each cell as it was. */
function mixLines(file: string, folder: string, seed: number): string {
  const [header = [], ...records] = slowCsvFile(file);
  const quoted = (cell: string) => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
  const lines = [header, ...shuffled(records, seed)].map((cells) => `${cells.map(quoted).join(",")}\n`);
  const path = join(folder, basename(file));
  writeFileSync(path, lines.join(""));
  return path;
}
