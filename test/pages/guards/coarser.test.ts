import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { readStrategy } from "../../../server/goals/read-strategy.ts";
import { replaceStrategy } from "../../../server/goals/strategy-store.ts";
import type { MinimizationReport } from "../../../server/reports/minimization/minimization-report.ts";
import { Reader } from "../../support/browse.ts";
import { customersFile, reportsOf } from "../../support/report-json.ts";
import { writtenSample } from "../../support/sample.ts";
import { seededRandom } from "../../support/seeded-random.ts";
import { type ServedWorkbench, serveWorkbench } from "../../support/serve-workbench.ts";
import { reportFaults } from "../../support/validate-report.ts";

const fieldOf = ({ fields }: MinimizationReport, name: string) =>
  fields.find((field) => field.table === "customers" && field.name === name);
const goalOf = (report: MinimizationReport, name: string, goal: string) =>
  fieldOf(report, name)?.goals.find((one) => one.goal === goal);

/** Leaving depends on the region of the postcode, the decade of birth, the plan and the spend. */
function regionsAndDecades(records: number, seed: number): string {
  const random = seededRandom(seed);
  const regions = ["AK", "BE", "CO", "DU", "EL", "FA", "GR"];
  const lines = Array.from({ length: records }, (_, row) => {
    const place = Math.floor(random() * regions.length);
    const year = 1940 + Math.floor(random() * 65);
    const plan = Math.floor(random() * 3);
    const spend = Math.round(random() * 1000) / 10;
    const odds =
      -2 +
      [0.6, -0.7, 0.2, -0.2, 0.8, -0.7, 0.3][place]! +
      [-0.8, 0.5, -0.4, 0.5, 0.8, -0.3, 0.6][Math.floor((year - 1940) / 10)]! +
      [-0.8, 0, 0.8][plan]! +
      spend / 50;
    const cells = [
      `K${row}`,
      `${regions[place]}${10 + Math.floor(random() * 80)} ${Math.floor(random() * 10)}${"ABCDEF"[Math.floor(random() * 6)]}`,
      `${year}-${String(1 + Math.floor(random() * 12)).padStart(2, "0")}-${String(1 + Math.floor(random() * 28)).padStart(2, "0")}`,
      ["Small", "Medium", "Large"][plan]!,
      spend.toFixed(1),
      random() < 1 / (1 + Math.exp(-odds)) ? "Yes" : "No",
    ];
    return cells.join(",");
  });
  return `${["customer_id,postcode,date_of_birth,plan,monthly_spend,left", ...lines].join("\n")}\n`;
}

let report: MinimizationReport;
let served: ServedWorkbench;
const file = customersFile(regionsAndDecades(6000, 5));

beforeAll(async () => {
  ({ minimization: report } = await reportsOf([file], ["--outcome", "left=Yes"]));
  served = await serveWorkbench();
});
afterAll(() => served.close());

test("a postcode that acts through its region is kept as its region, a date of birth as its decade", () => {
  expect(fieldOf(report, "postcode")).toMatchObject({
    verdict: "coarser",
    action: "coarsen",
    keepAs: { level: "first-2", sql: 'left(trim("postcode"::varchar), 2)' },
  });
  expect(fieldOf(report, "date_of_birth")).toMatchObject({ verdict: "coarser", keepAs: { level: "10-years" } });
  expect(goalOf(report, "date_of_birth", "goal")?.reason).toBe("coarser-as-good");
});

test("the report keeps the contract, its set is measured at these levels and fewer people are singled out", () => {
  expect(reportFaults("minimization", report)).toEqual([]);
  const [goal] = report.goals;
  const levels = Object.fromEntries(goal!.kept.map(({ name, level }) => [name, level]));
  expect(levels).toMatchObject({ postcode: "first-2", date_of_birth: "10-years" });
  expect(goal!.performance!.keptShare.low).toBeGreaterThanOrEqual(0.98);
  expect(report.risk.before.singledOutShare).toBeGreaterThan(0.9);
  expect(report.risk.after!.singledOutShare).toBeLessThan(0.2);
});

test("the board says the level on the card, and the page of why compares what each level finds and singles out", async () => {
  const reader = new Reader(served);
  await reader.load({ "shop.csv": regionsAndDecades(6000, 5) });
  await replaceStrategy(served.workbench.database, "shop", readStrategy(strategy, "strategy.yaml"));
  const board = "/datasets/shop/goals/keep/board";
  const cards = await reader.follow(await reader.get(board));
  expect(cards.document.querySelector("#col-coarser #c-postcode .to")?.textContent).toMatch(/^→ region/);
  const why = await reader.follow(await reader.get(`${board}/date-of-birth`));
  expect(why.document.querySelector(".lead")?.textContent).toMatch(
    /^An age band does the same job[.] Singled out falls/,
  );
  const table = [...why.document.querySelectorAll(".co tr")].map((line) =>
    [...line.children].map((cell) => cell.textContent?.trim()),
  );
  expect(table[0]).toEqual(["Keep it as", "Leavers found", "Singled out"]);
  const rows = new Map(
    table.slice(1).map(([label, ...figures]) => [label, figures.map((figure) => Number(figure?.replace(/\D/g, "")))]),
  );
  const [exact, band, none] = ["Full date of birth", "10-year age band", "Leave it out"].map((label) =>
    rows.get(label),
  );
  expect(band?.[0]).toBeGreaterThanOrEqual((exact?.[0] ?? 100) - 1);
  expect(none?.[0]).toBeLessThan(band?.[0] ?? 0);
  expect(band?.[1]).toBeLessThan(exact?.[1] ?? 0);
});

const strategy = `
strategy: The shop
goals:
  - { key: keep, name: Keep customers, outcome: { field: left, is: "Yes" }, channels: [], roles: { key: customer_id } }
`;

test("of the sample the region of the postcode is found, and nothing a person decided is changed", async () => {
  const sample = writtenSample({ seed: 1 });
  const strategyFile = join(sample.folder, "undecided.yaml");
  writeFileSync(strategyFile, sample.strategy.replace(/^ {2}- \{ goal: keep-leavers, field: postcode.*\n/m, ""));
  const { minimization } = await reportsOf(sample.files, ["--strategy", strategyFile]);
  const postcode = goalOf(minimization, "postcode", "keep-leavers");
  expect(postcode).toMatchObject({ verdict: "coarser", reason: "coarser-as-good", decision: null });
  expect(fieldOf(minimization, "postcode")?.keepAs?.level).toBe("first-2");
  expect(goalOf(minimization, "date_of_birth", "keep-leavers")).toMatchObject({
    verdict: "coarser",
    reason: "decision",
  });
  expect(goalOf(minimization, "gender", "keep-leavers")).toMatchObject({ verdict: "unused", reason: "decision" });
});
