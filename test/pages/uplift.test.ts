import { expect, test } from "vitest";
import { readStrategy } from "../../server/goals/read-strategy.ts";
import { writeStrategy } from "../../server/goals/write-strategy.ts";
import type { MinimizationReport } from "../../server/reports/minimization/minimization-report.ts";
import { type PlantedUplift, plantUplift } from "../support/planted-uplift.ts";
import { customersFile, reportsOf } from "../support/report-json.ts";
import { reportFaults } from "../support/validate-report.ts";

/** A campaign as a table: who got a coupon, and who bought. */
function campaign({ input, treated }: PlantedUplift): string {
  const { fields } = input;
  const rows = Array.from(treated, (took, i) =>
    [
      `C${i}`,
      ...fields.map(({ codes }) => codes[i]),
      took ? "sent" : "held back",
      input.outcome[i] ? "yes" : "no",
    ].join(","),
  );
  return [`customer_id,${fields.map(({ name }) => name).join(",")},coupon,bought`, ...rows].join("\n");
}

const args = ["--outcome", "bought=yes", "--treatment", "coupon=sent", "--known-before", "loyal"];
const of = ({ fields }: MinimizationReport, name: string) => fields.find((field) => field.name === name)!;

test("a campaign drawn by lot: what the offer changes and whom it persuades, beside who is likely to act", async () => {
  const { minimization } = await reportsOf([customersFile(campaign(plantUplift(12_000, 1)))], args);
  expect(reportFaults("minimization", minimization)).toEqual([]);
  const [goal] = minimization.goals;
  const uplift = goal!.uplift!;
  expect(uplift).toMatchObject({
    treatment: { field: "coupon", is: "sent" },
    claim: "shown",
    records: 12_000,
    toldBy: [],
  });
  expect(uplift.average!.low).toBeGreaterThan(0);
  expect(uplift.qini!.difference!.low).toBeGreaterThan(0);
  expect(uplift.fields.filter(({ needed }) => needed).map(({ field }) => field)).toContain("price");
  expect(uplift.curve!.uplift).toHaveLength(21);
  expect(goal!.warnings.join(" ")).toContain("Who is likely to act is not who is persuaded by the offer");
  // what says who got the offer is used by the goal, and never one of the kept set
  expect(of(minimization, "coupon").goals[0]).toMatchObject({ verdict: "needed", reason: "used" });
  expect(goal!.kept.map(({ name }) => name)).not.toContain("coupon");
  expect(of(minimization, "price").verdict).toBe("needed");
  expect(of(minimization, "price").goals[0]?.evidence.some(({ query }) => query === "model/uplift")).toBe(true);
  expect(of(minimization, "noise16").goals[0]?.evidence[0]?.facts).toHaveProperty("upliftShare");
});

test("an offer that the loyal got: nothing is claimed of it, and the report says for whom the rest is valid", async () => {
  const table = campaign(plantUplift(4_000, 2, { byLot: false }));
  const { minimization } = await reportsOf([customersFile(table)], args);
  expect(reportFaults("minimization", minimization)).toEqual([]);
  const { uplift, warnings } = minimization.goals[0]!;
  expect(uplift).toMatchObject({ claim: "not-by-lot", average: null, qini: null, fields: [] });
  expect(uplift!.toldBy.map(({ field }) => field)).toContain("loyal");
  expect(warnings.join(" ")).toContain("valid for people like those contacted");
});

test("who got the offer stands in the strategy file", () => {
  const text = `goals:
  - key: coupon
    name: Coupon
    outcome: { field: bought, is: "yes" }
    treatment: { field: coupon, is: sent }
`;
  const strategy = readStrategy(text, "strategy.yaml");
  expect(strategy.goals[0]?.treatment).toEqual({ field: "coupon", is: "sent" });
  expect(writeStrategy(strategy)).toContain("treatment: { field: coupon, is: sent }");
  expect(readStrategy(writeStrategy(strategy), "again.yaml")).toEqual(strategy);
});
