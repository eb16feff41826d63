import { afterAll, beforeAll, expect, test } from "vitest";
import type { Row } from "../support/a-dataset.ts";
import { normal, seededRandom } from "../support/seeded-random.ts";
import { type ServedWorkbench, serveWorkbench } from "../support/serve-workbench.ts";
import { type SortedRows, sortRows } from "../support/sort-rows.ts";

let served: ServedWorkbench;
let sorted: SortedRows;

/** The age decides, and the class of it says the same of all but a few; the trade and what is spent decide besides. */
function members(): Row[] {
  const random = seededRandom(23);
  const pick = (levels: number) => Math.floor(random() * levels);
  return Array.from({ length: 12_000 }, (_, at) => {
    const ages = pick(6);
    const trade = pick(4);
    const spend = normal(random);
    const odds = -1 + [0.8, -0.7, 0.3, -0.9, 0.7, 0][ages]! + [-0.6, 0.6, 0, 0.5][trade]! + 0.6 * spend;
    return {
      member_id: `m${at}`,
      age: 20 + 10 * ages,
      seat_class: `class ${random() < 0.999 ? ages : pick(6)}`,
      trade: `trade ${trade}`,
      spend: Number(spend.toFixed(2)),
      noise: pick(5),
      left: random() < 1 / (1 + Math.exp(-odds)) ? "yes" : "no",
    };
  });
}

const strategy = `
strategy: The club
fields:
  - { field: age, sensitivity: personal }
  - { field: seat_class, sensitivity: none }
goals:
  - key: keep
    name: Keep members
    outcome: { field: left, is: "yes" }
    roles: { key: member_id }
    exchange: A month for free
`;

beforeAll(async () => {
  served = await serveWorkbench();
  sorted = await sortRows(served.workbench, { customers: members() }, strategy);
}, 60_000);
afterAll(() => served.close());

test("of two fields that say nearly the same, the less revealing one is kept", () => {
  expect(sorted.verdictOf("seat_class")).toMatchObject({ verdict: "needed", reason: "lift" });
  expect(sorted.verdictOf("age")).toMatchObject({ verdict: "unused", reason: "no-lift" });
  const kept = sorted.sorting.goals[0]?.analysis.kept.map(({ name }) => name);
  expect(kept?.toSorted()).toEqual(["seat_class", "spend", "trade"]);
});

test("each names the other, and what the set keeps then is measured", () => {
  const [substitute] = sorted.sorting.goals[0]?.analysis.substitutes ?? [];
  expect(substitute).toMatchObject({
    kept: { table: "customers", name: "seat_class" },
    other: { table: "customers", name: "age" },
    same: true,
    reveals: "more",
  });
  expect(substitute!.keptShare.low).toBeGreaterThan(0.97);
  const [kept] = sorted.verdictOf("seat_class").evidence;
  expect(kept?.sentence).toContain("age does the same job.");
  expect(kept?.facts).toMatchObject({ standIns: ["age"] });
  const [unused] = sorted.verdictOf("age").evidence;
  expect(unused?.sentence).toContain("It does the same job as seat_class.");
  expect(unused?.facts).toMatchObject({ carriedBy: ["seat_class"], standsInFor: ["seat_class"] });
});
