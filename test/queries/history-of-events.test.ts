import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { History } from "../../server/evidence/history/history.ts";
import { seededRandom } from "../support/seeded-random.ts";
import { type ServedWorkbench, serveWorkbench } from "../support/serve-workbench.ts";
import { sortRows } from "../support/sort-rows.ts";

const day = 86_400_000;
const asOf = Date.parse("2026-07-01T00:00:00Z");
const cutOff = asOf - 90 * day;

/** Fourteen months in which those who bought in the last two are far likelier to buy again; what was before plays no part. */
function planted(customers: number) {
  const random = seededRandom(21);
  const orders: { customer_id: string; bought_at: string; amount: number }[] = [];
  const buy = (customer: number, at: number) =>
    orders.push({
      customer_id: `c${customer}`,
      bought_at: `${new Date(at).toISOString().slice(0, 19)}Z`,
      amount: Math.floor(random() * 90) + 10,
    });
  for (let customer = 0; customer < customers; customer++) {
    let idle = Math.floor(random() * 4);
    for (let month = 14; month > 0; month--) {
      const buys = random() < (idle < 2 ? 0.45 : 0.08);
      if (buys) buy(customer, asOf - (month - random()) * 30 * day);
      idle = buys ? 0 : idle + 1;
    }
  }
  buy(0, asOf);
  return orders;
}

const strategy = `
strategy: Made up
goals:
  - key: again
    name: Buy again
    channels: []
    outcome: { table: orders, within: 90d }
    keepFor: 800d
    roles: { key: customer_id, duty: [{ field: orders.amount, law: invoices }] }
`;

let served: ServedWorkbench;
let history: History | null;

beforeAll(async () => {
  served = await serveWorkbench({});
  const orders = planted(4000);
  const { sorting } = await sortRows(
    served.workbench,
    {
      customers: Array.from({ length: 4000 }, (_, customer) => ({ customer_id: `c${customer}`, shoe: customer % 7 })),
      orders: {
        rows: orders,
        kind: "events",
        types: { customer_id: "text", bought_at: "time", amount: "integer" },
        layout: { key: "customer_id", at: "bought_at" },
      },
    },
    strategy,
  );
  history = sorting.goals[0]?.analysis.history ?? null;
});
afterAll(() => served.close());

describe("who buys again, from the log", () => {
  test("as many months are shown to be enough as the outcome looks back, not all eleven", () => {
    expect(history?.depth?.tables).toEqual(["orders"]);
    const all = history?.depth?.curve.points.at(-1)?.months;
    expect(all).toBeGreaterThan(10);
    expect([2, 3]).toContain(history?.depth?.curve.needed);
    expect(history?.depth?.curve.points[0]).toMatchObject({ months: 1, enough: false });
  });

  test("customers stay though their old events go: only the curve says how long", () => {
    expect(history?.depth?.forRows).toBeNull();
  });

  test("learned one window earlier, tested at the cut-off, on the same customers", () => {
    expect(history?.byTime?.from).toBe(new Date(cutOff).toISOString().slice(0, 10));
    expect(history?.byTime?.records).toBe(4000);
    expect(history?.byTime?.holds).toBe(true);
  });

  test("and the row curve is there", () => expect(history?.rows?.points.at(-1)?.records).toBe(3200));
});
