import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { History } from "../../server/evidence/history/history.ts";
import { readStrategy } from "../../server/goals/read-strategy.ts";
import { writeStrategy } from "../../server/goals/write-strategy.ts";
import type { Row } from "../support/a-dataset.ts";
import { seededRandom } from "../support/seeded-random.ts";
import { type ServedWorkbench, serveWorkbench } from "../support/serve-workbench.ts";
import { type SortedRows, sortRows } from "../support/sort-rows.ts";

const day = 86_400_000;
const first = Date.parse("2024-01-01T00:00:00Z");
const days = 900;
const iso = (time: number) => `${new Date(time).toISOString().slice(0, 19)}Z`;

/** Customers who said yes or no over 900 days. What `says` tells is turned round after the day `turns`. */
function planted(turns: number): Row[] {
  const random = seededRandom(31);
  return Array.from({ length: 6000 }, (_, customer) => {
    const when = Math.floor(random() * days);
    const says = Math.floor(random() * 4);
    const [more, most, also] = [4, 4, 3].map((values) => Math.floor(random() * values)) as [number, number, number];
    const odds = (when < turns ? -1 : 1) * (says + more + most - 4.5) * 0.65 + 0.3 * also - 0.8;
    const joined = random() < 1 / (1 + Math.exp(-odds));
    const late = joined && random() < 0.4;
    return {
      customer_id: `c${customer}`,
      joined: joined ? "yes" : "no",
      decided_at: iso(first + when * day),
      says: `s${says}`,
      more: `m${more}`,
      most: `m${most}`,
      also: `a${also}`,
      score: also === 2 && random() < 0.9 ? 1 : 0,
      score_read_at: iso(first + (when + (late ? 3 : -3)) * day),
    };
  });
}

const strategy = `
strategy: Made up
fields:
  - { field: score, updated: score_read_at, maxAge: 4000d }
goals:
  - key: join
    name: Join
    channels: []
    outcome: { field: joined, is: "yes", at: decided_at }
    roles: { key: customer_id }
`;

const types = {
  customer_id: "text",
  joined: "text",
  decided_at: "time",
  says: "text",
  more: "text",
  most: "text",
  also: "text",
  score: "integer",
  score_read_at: "time",
} as const;

let served: ServedWorkbench;
const sort = (rows: Row[], slug: string) =>
  sortRows(
    served.workbench,
    { customers: { rows, kind: "customers", types, layout: { key: "customer_id" } } },
    strategy,
    { slug },
  );
const historyOf = ({ sorting }: SortedRows): History => {
  const history = sorting.goals[0]?.analysis.history;
  if (!history) throw new Error("Nothing was measured.");
  return history;
};

let steady: SortedRows;
beforeAll(async () => {
  served = await serveWorkbench({});
  steady = await sort(planted(0), "steady");
});
afterAll(() => served.close());

test("the time of an outcome is kept as the strategy writes it", () => {
  const again = readStrategy(writeStrategy(readStrategy(strategy, "strategy.yaml")), "strategy.yaml");
  expect(again.goals[0]?.outcome).toEqual({ field: "joined", is: "yes", at: "decided_at" });
});

test("the field that says when is the outcome’s own: used, and never tested", () => {
  expect(steady.verdictOf("decided_at").reason).toBe("used");
});

test("a field that was written down after the outcome for many who have it is asked about", () => {
  const { asked } = steady.sorting.goals[0]!.analysis;
  expect(asked.map(({ field, test }) => [field, test])).toContainEqual(["score", "updated-after-outcome"]);
  expect(asked.some(({ field }) => field === "says")).toBe(false);
  expect(steady.verdictOf("score").evidence[0]?.sentence).toContain("written down after the outcome was known");
});

describe("where things stay as they are", () => {
  test("a part of the past is enough, and the past foretells what came later", () => {
    const { depth, byTime, dated } = historyOf(steady);
    expect(depth?.of).toBe("customers");
    expect(depth?.curve.olderHurts).toBe(false);
    expect(byTime?.records).toBeGreaterThan(1400);
    expect(byTime?.keptShare.value).toBeGreaterThan(0.95);
    expect(byTime?.told.low).toBeLessThan(1.05);
    expect(byTime?.told.high).toBeGreaterThan(0.95);
    expect(dated).toBe(1);
  });
});

describe("where they have turned round 300 days before the end", () => {
  test("older customers do harm, and what was learned from them does not hold: a warning", async () => {
    const turned = await sort(planted(600), "turned");
    const { depth, byTime } = historyOf(turned);
    expect(depth?.curve.olderHurts).toBe(true);
    expect(depth?.curve.needed).toBeLessThanOrEqual(6);
    expect(byTime?.holds).toBe(false);
    expect(turned.sorting.goals[0]?.analysis.warnings.join()).toContain("Learned from the past");
  });
});

test("dates of one answer only say nothing of time", async () => {
  const rows = planted(0).map((row) => (row["joined"] === "yes" ? row : { ...row, decided_at: null }));
  expect(historyOf(await sort(rows, "one-sided"))).toMatchObject({ depth: null, byTime: null, dated: 0 });
});
