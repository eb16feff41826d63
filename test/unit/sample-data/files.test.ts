import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { readWrittenTables, seconds, type WrittenRow } from "../../support/recount-sample.ts";
import { writtenSample } from "../../support/sample.ts";
import { slowCsvFile } from "../../support/slow-csv.ts";

const { folder, asOf } = writtenSample();
const tables = readWrittenTables(folder);
const lines = Object.fromEntries(
  ["customers", "events", "consents"].map((name) => [name, slowCsvFile(join(folder, `${name}.csv`))]),
);
const now = seconds(asOf);
const text = (name: string) => readFileSync(join(folder, name), "utf8");
const hashOf = (sample: { folder: string }) => {
  const names = readdirSync(sample.folder).sort();
  return createHash("sha256")
    .update(names.map((name) => readFileSync(join(sample.folder, name), "utf8")).join("\n"))
    .digest("hex");
};
const times = (rows: readonly WrittenRow[], column: string) =>
  rows.flatMap((row) => (row[column] ? [seconds(row[column])] : []));
const top = (values: readonly number[]) => values.reduce((one, other) => Math.max(one, other));

const fields = [
  "date_of_birth gender postcode household_size household_income_band last_cell_location health_interest",
  "tenure_months plan_name contract_end_date monthly_charge payment_method late_payments_12m",
  "data_used_gb_30d data_left_pct roaming_days_12m support_calls_90d complaint_text app_last_seen device_model referrer_url",
  "customer_id full_name email mobile_number push_token consent_email consent_push",
].flatMap((line) => line.split(" "));

test("the same seed gives the same bytes, another seed others", () => {
  const [one, again, other] = [1, 1, 2].map((seed) => hashOf(writtenSample({ seed, customers: 500 })));
  expect(again).toBe(one);
  expect(other).not.toBe(one);
});

test("12,480 customers have 28 fields and the outcome", () => {
  const [header] = lines["customers"] ?? [];
  expect(header?.toSorted()).toEqual([...fields, "churned"].toSorted());
  expect(tables.customers).toHaveLength(12_480);
  expect(new Set(tables.customers.map((row) => row["customer_id"])).size).toBe(12_480);
});

test("every line of every file has as many cells as its header", () => {
  for (const [name, [header, ...rows]] of Object.entries(lines)) {
    expect(rows.length, name).toBeGreaterThan(10_000);
    expect(
      rows.filter((row) => row.length !== header?.length),
      name,
    ).toHaveLength(0);
  }
});

test("a few rows are exact copies, and a few events were delivered twice", () => {
  const copies = (name: string) => {
    const [, ...rows] = lines[name] ?? [];
    return rows.length - new Set(rows.map((row) => JSON.stringify(row))).size;
  };
  expect(copies("customers")).toBe(6);
  expect(copies("consents")).toBeGreaterThan(5);
  expect(copies("events")).toBeGreaterThan(20);
  const [, ...events] = lines["events"] ?? [];
  expect(events.length - copies("events")).toBeGreaterThan(tables.events.length + 20);
});

test("the latest moment of all is the as-of moment, and only contract ends lie ahead", () => {
  const columns = [
    [tables.customers, "app_last_seen"],
    [tables.events, "happened_at"],
    [tables.events, "loaded_at"],
    [tables.consents, "changed_at"],
  ] as const;
  expect(asOf).toBe("2026-11-23T09:40:00Z");
  expect(Math.max(...columns.map(([rows, column]) => top(times(rows, column))))).toBe(now);
  expect(top(times(tables.customers, "contract_end_date"))).toBeGreaterThan(now);
});

test("nobody is younger than 18 or older than 91", () => {
  const births = times(tables.customers, "date_of_birth").map((birth) => (now - birth) / (365.2425 * 86_400));
  expect(Math.min(...births)).toBeGreaterThanOrEqual(18);
  expect(Math.max(...births)).toBeLessThan(92);
});

test("no address and no number can belong to anybody", () => {
  const everything = ["customers.csv", "strategy.yaml"].map(text).join("\n");
  const domains = everything.match(/(?<=@|\/\/)[\w.-]+\.\w+/g) ?? [];
  expect(domains.length).toBeGreaterThan(10_000);
  expect(domains.filter((domain) => !/(^|\.)example\.(com|org|net)$/.test(domain))).toHaveLength(0);
  const numbers = tables.customers.map((row) => row["mobile_number"] ?? "");
  expect(numbers.filter((number) => !/^\+1 [2-7]\d\d 555 01\d\d$/.test(number))).toHaveLength(0);
  expect(new Set(numbers).size).toBe(12_480);
});

test("names keep their accents, and notes their commas, quotes and line breaks", () => {
  expect(text("customers.csv")).toMatch(/José|Zoë|Łukasz/);
  const notes = tables.customers.map((row) => row["complaint_text"] ?? "");
  for (const sign of [",", '"', "\n"])
    expect(
      notes.some((note) => note.includes(sign)),
      JSON.stringify(sign),
    ).toBe(true);
});

test("a change of mind always changes the answer, and nothing is said before the customer joined", () => {
  const months = new Map(tables.customers.map((row) => [row["customer_id"], Number(row["tenure_months"])]));
  const said = new Map<string, WrittenRow>();
  const inOrder = tables.consents.toSorted((one, other) => seconds(one["changed_at"]) - seconds(other["changed_at"]));
  const [unchanged, tooEarly]: [string[], string[]] = [[], []];
  const statuses = new Set<string | undefined>();
  for (const entry of inOrder) {
    const key = `${entry["customer_id"]} ${entry["channel"]}`;
    const monthsAgo = (now - seconds(entry["changed_at"])) / (30.44 * 86_400);
    if (entry["status"] === said.get(key)?.["status"]) unchanged.push(key);
    if (monthsAgo > (months.get(entry["customer_id"]) ?? -1) + 1.01) tooEarly.push(key);
    said.set(key, entry);
    statuses.add(entry["status"]);
  }
  expect([unchanged, tooEarly]).toEqual([[], []]);
  expect([...statuses].toSorted()).toEqual(["granted", "unknown", "withdrawn"]);
});

test("the guess about health follows from the income band alone", () => {
  const guesses = new Map<string | undefined, Set<string | undefined>>();
  for (const row of tables.customers) {
    const known = guesses.get(row["household_income_band"]) ?? new Set();
    guesses.set(row["household_income_band"], known.add(row["health_interest"]));
  }
  expect([...guesses.values()].map(({ size }) => size)).toEqual([1, 1, 1, 1, 1, 1]);
});
