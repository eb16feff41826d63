import { existsSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { customersFile, reportsOf } from "../support/report-json.ts";
import { seededRandom } from "../support/seeded-random.ts";
import { reportFaults } from "../support/validate-report.ts";

const telco = join(process.env["WINNOW_REAL_DATA"] ?? "", "telco-churn/Telco-Customer-Churn.csv");

/** A club of 6,000: sauna or not is a matter of age and job, park or gym of dog and garden; 30 come for the library, three for the choir. */
function club(): string {
  const random = seededRandom(11);
  const pick = (levels: number) => Math.floor(random() * levels);
  const happens = (odds: number) => random() < 1 / (1 + Math.exp(-odds));
  const rows = Array.from({ length: 6_000 }, (_, row) => {
    const [age, job, dog, garden, shoe] = [pick(4), pick(3), pick(2), pick(3), 36 + pick(9)];
    const rare = row < 30 ? "library" : row < 33 ? "choir" : null;
    const isSauna = happens(-0.9 + [-0.9, -0.2, 0.3, 0.9][age]! + [-0.9, 0, 0.9][job]!);
    const visits = isSauna ? "sauna" : happens([-1, 1][dog]! + [-1.1, 0, 1.1][garden]!) ? "park" : "gym";
    return `C${row},${["under 20", "to 40", "to 60", "over 60"][age]},job ${job},${dog ? "yes" : "no"},garden ${garden},${shoe},${rare ?? visits}`;
  });
  return ["customer_id,age_band,job,dog,garden,shoe,visits", ...rows].join("\n");
}

test("an outcome of several values is sorted, told apart and printed as the schema wants it", async () => {
  const { minimization } = await reportsOf([customersFile(club())], ["--outcome", "visits", "--known-before", "job"]);
  expect(reportFaults("minimization", minimization)).toEqual([]);
  const [goal] = minimization.goals;
  expect(goal).toMatchObject({ name: "Which visits", outcome: { field: "visits" }, supported: true });
  expect(goal?.kept.map(({ name }) => name).sort()).toEqual(["age_band", "dog", "garden", "job"]);
  const evidence = (name: string) => minimization.fields.find((field) => field.name === name)?.goals[0]?.evidence[0];
  expect(evidence("dog")).toMatchObject({ rule: "lift", facts: { tellsApart: ["gym", "park"] } });
  expect(evidence("dog")?.sentence).toContain("It tells apart: gym and park.");
  expect(evidence("age_band")?.facts["tellsApart"]).toContain("sauna");
  expect(evidence("shoe")).toMatchObject({ rule: "no-lift", favours: "unused" });
  expect(evidence("visits")).toMatchObject({ rule: "used" });
  // the rare values count as another value only, and one that three customers hold is not printed
  const rare = goal?.warnings.find((warning) => warning.includes("another value only"));
  expect(rare).toContain("“library” and 1 held by fewer than 5");
  expect(JSON.stringify(minimization)).not.toContain("choir");
});

test("without a value that 100 customers hold nothing is tested", async () => {
  const rows = Array.from({ length: 240 }, (_, row) => `C${row},${row % 7},${["a", "b", "c"][row % 3]}`);
  const file = customersFile(["customer_id,shoe,kind", ...rows].join("\n"));
  const { minimization } = await reportsOf([file], ["--outcome", "kind"]);
  expect(minimization.goals[0]).toMatchObject({ supported: null, performance: null, kept: [] });
  const shoe = minimization.fields.find(({ name }) => name === "shoe");
  expect(shoe?.goals[0]).toMatchObject({ verdict: "undecided", reason: "too-little-data" });
});

describe.skipIf(!existsSync(telco))("a published table", () => {
  test("telco, which contract: the kept set does as well as all fields, and is no larger than two thirds of them", async () => {
    const { minimization } = await reportsOf([telco], ["--outcome", "Contract", "--known-before", "TotalCharges"]);
    const { performance, kept, supported } = minimization.goals[0]!;
    expect(supported).toBe(true);
    expect(performance!.keptShare.low).toBeGreaterThan(0.98);
    expect(performance!.keptFields.value).toBeGreaterThan(0.9);
    expect(kept.length).toBeLessThanOrEqual(13);
    expect(minimization.fields.find(({ name }) => name === "gender")?.verdict).toBe("unused");
  });
});
