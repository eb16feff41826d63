import { expect, test } from "vitest";
import type { MinimizationReport } from "../../../server/reports/minimization/minimization-report.ts";
import { customersFile, reportsOf } from "../../support/report-json.ts";
import { csvOf, shuffled, type TextTable, telcoLike } from "../../support/telco-like.ts";

const outcome = ["--outcome", "left=Yes"];
const minimize = async (table: TextTable, args: readonly string[] = []) =>
  (await reportsOf([customersFile(csvOf(table))], [...outcome, ...args])).minimization;

/** Names of the fields that evidence calls needed. */
const neededByEvidence = ({ fields }: MinimizationReport) =>
  fields
    .filter(({ goals }) => goals.some(({ reason }) => reason === "lift" || reason === "coarser-as-good"))
    .map(({ name }) => name);

const verdictOf = ({ fields }: MinimizationReport, name: string) =>
  fields.find((field) => field.name === name)?.goals.map(({ verdict, reason }) => `${verdict} ${reason}`)[0];

test("the outcome as it is needs what drives it, and neither noise nor the id", async () => {
  const report = await minimize(telcoLike({ records: 3_000 }));
  const needed = neededByEvidence(report);
  for (const driver of ["months", "internet"]) expect(needed).toContain(driver);
  for (const noise of ["customer_id", "gender", "paper", "city", "payment", "support", "joined"])
    expect(needed).not.toContain(noise);
  expect(report.goals[0]?.supported).toBe(true);
});

test.each([1, 2, 3, 4, 5])("a permuted outcome needs nothing by evidence (%d)", async (seed) => {
  const table = telcoLike({ records: 1_000, seed });
  const outcomes = shuffled(
    table.records.map((record) => record.at(-1) ?? ""),
    seed,
  );
  const permuted = {
    ...table,
    records: table.records.map((record, row) => [...record.slice(0, -1), outcomes[row] ?? ""]),
  };
  const report = await minimize(permuted, ["--seed", String(seed)]);
  expect(neededByEvidence(report)).toEqual([]);
  expect(report.goals[0]?.kept).toEqual([]);
  expect(report.goals[0]?.supported).toBe(false);
});

test("of a duplicated column exactly one is kept", async () => {
  const table = telcoLike({ records: 2_000 });
  const copies = ["months", "internet", "city"];
  const doubled = copies.map((name) => `${name}_again`);
  const withCopies = {
    header: [...table.header.slice(0, -1), ...doubled, "left"],
    records: table.records.map((record) => [
      ...record.slice(0, -1),
      ...copies.map((name) => record[table.header.indexOf(name)] ?? ""),
      record.at(-1) ?? "",
    ]),
  };
  const report = await minimize(withCopies);
  const pairs = [...copies.map((name) => [name, `${name}_again`]), ["contract", "contract_code"]];
  for (const pair of pairs) {
    const verdicts = pair.map((one) => verdictOf(report, one));
    expect(
      verdicts.filter((verdict) => verdict === "unused duplicate"),
      pair.join(),
    ).toHaveLength(1);
  }
  const needed = neededByEvidence(report);
  for (const name of ["months", "internet"]) {
    expect(needed.filter((one) => one === name || one === `${name}_again`)).toHaveLength(1);
  }
});
