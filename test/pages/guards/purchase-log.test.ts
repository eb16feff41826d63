import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { reportsOf } from "../../support/report-json.ts";
import { seededRandom } from "../../support/seeded-random.ts";
import { reportFaults } from "../../support/validate-report.ts";

const folder = process.env["WINNOW_REAL_DATA"] ?? "";
const day = 86_400_000;
const end = Date.parse("2026-06-30T00:00:00Z");
const within = 90;

/** Who bought lately buys again; what they paid and in which shop is noise. One in five comes for the first time after the cut-off. */
function purchaseLog(): string {
  const random = seededRandom(12);
  const lines = ["customer_id,purchased_at,amount,shop"];
  const buy = (customer: number, daysBefore: number) => {
    const at = new Date(end - daysBefore * day).toISOString().slice(0, 19);
    const shop = ["north", "south", "east"][Math.floor(random() * 3)];
    lines.push(`k${customer},${at}Z,${(5 + random() * 40).toFixed(2)},${shop}`);
  };
  buy(0, 0);
  for (let customer = 1; customer <= 2_000; customer++) {
    const isNew = customer % 5 === 0;
    const lastBefore = within + 1 + Math.floor(random() * 300);
    if (!isNew) for (const more of [0, 10, 40]) buy(customer, lastBefore + more + Math.floor(random() * 9));
    const buysAgain = random() < 0.75 - (0.7 * (lastBefore - within)) / 300;
    if (isNew || buysAgain) buy(customer, 1 + Math.floor(random() * (within - 2)));
  }
  return `${lines.join("\n")}\n`;
}

function written(text: string): string {
  const file = join(mkdtempSync(join(tmpdir(), "winnow-log-")), "purchases.csv");
  writeFileSync(file, text);
  return file;
}

describe("a purchase log alone", () => {
  test("tells through how long ago the last purchase was who buys again; newcomers give nothing away", async () => {
    const { minimization } = await reportsOf([written(purchaseLog())], ["--outcome", "purchases@90d"]);
    expect(reportFaults("minimization", minimization)).toEqual([]);
    const [goal] = minimization.goals;
    expect(goal?.supported).toBe(true);
    expect(goal?.performance?.allFields.value).toBeGreaterThan(0.65);
    expect(goal?.performance?.allFields.value).toBeLessThan(0.8);
    expect(goal?.kept).toEqual([{ table: "purchases", name: "purchased_at", level: null }]);
    expect(goal?.warnings.join()).toContain("customers first seen after 2026-04-01 (401)");
    const verdicts = minimization.fields.map(({ name, goals }) => [name, goals[0]?.verdict, goals[0]?.reason]);
    expect(verdicts).toContainEqual(["purchased_at", "needed", "used"]);
    for (const name of ["amount", "shop"]) {
      expect(minimization.fields.find((field) => field.name === name)?.goals[0]?.verdict).not.toBe("needed");
    }
    const evidence = minimization.fields.find(({ name }) => name === "purchased_at")?.goals[0]?.evidence;
    const lift = evidence?.find(({ rule }) => rule === "lift");
    expect(lift?.facts["rolledUpAs"]).toEqual(["days since the last record"]);
  });
});

describe.skipIf(!folder)("real purchase logs alone", () => {
  test("cdnow: who buys again within 90 days is told from when they bought", async () => {
    const log = join(folder, "cdnow/example_transactions.csv");
    const { minimization } = await reportsOf([log], ["--outcome", "example_transactions@90d"]);
    const [goal] = minimization.goals;
    expect(goal?.supported).toBe(true);
    expect(goal?.performance?.keptFields.value).toBeGreaterThan(0.8);
    expect(goal?.kept).toEqual([{ table: "example_transactions", name: "date", level: null }]);
  });

  test("online retail: too few customers to tell, and it says so", async () => {
    const log = join(folder, "online-retail-sample/online_retail_sample.csv");
    const { minimization } = await reportsOf([log], ["--outcome", "online_retail_sample@90d"]);
    expect(minimization.goals[0]).toMatchObject({ supported: null, kept: [] });
    const country = minimization.fields.find(({ name }) => name === "Country")?.goals[0];
    expect(country).toMatchObject({ verdict: "undecided", reason: "too-little-data" });
  });
});
