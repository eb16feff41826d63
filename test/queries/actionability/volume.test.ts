import { afterAll, beforeAll, expect, test } from "vitest";
import { measureActionability } from "../../../server/actionability/measure-actionability.ts";
import type { Database } from "../../../server/database/database.ts";
import { aDataset, type Row } from "../../support/a-dataset.ts";
import { aResolvedGoal, aRole } from "../../support/a-resolved-goal.ts";
import { openTestDatabase } from "../../support/open-test-database.ts";
import { seededRandom } from "../../support/seeded-random.ts";

let database: Database;
beforeAll(async () => {
  ({ database } = await openTestDatabase());
});
afterAll(() => database.close());

const DAY = 86_400_000;
const asOf = Date.parse("2026-11-23T09:40:00Z");
const text = (at: number) => new Date(at).toISOString().slice(0, 19);

async function measure(events: readonly Row[], zone: string | null = null, lookBackDays = 30) {
  const dataset = await aDataset(database, {
    customers: [
      { customer_id: "in", wanted: true },
      { customer_id: "out", wanted: false },
    ],
    events: {
      rows: events,
      types: { customer_id: "text", kind: "text", happened_at: "time" },
      layout: { key: "customer_id", event: "kind", at: "happened_at", zone },
    },
  });
  const goal = aResolvedGoal({
    trigger: { kind: "event", table: "events", event: "cart", at: "happened_at", arrived: null },
    windowMinutes: 60,
    lookBackMinutes: lookBackDays * 1_440,
    audience: { sql: "wanted" },
    roles: [aRole("key", "customer_id")],
  });
  const options = { asOf: new Date(asOf).toISOString(), needed: [], fieldSettings: [] };
  return (await measureActionability(database, dataset, [], goal, options)).volume;
}

test("whole days only, each trigger once, nobody outside the audience", async () => {
  const random = seededRandom(11);
  const events = Array.from({ length: 900 }, () => ({
    customer_id: ["in", "out", "stranger", null][Math.floor(random() * 4)] ?? null,
    kind: random() < 0.8 ? "cart" : "other",
    happened_at: text(asOf - Math.floor(random() * 80 * 24) * 3_600_000),
  }));
  const found = await measure([...events, ...events.slice(0, 40)]);
  const fromUnits = await measure([...events, ...events.slice(0, 40)], null, 57);
  const counted = new Map<string, Set<string>>();
  for (const [place, { customer_id, kind, happened_at }] of [...events, ...events.slice(0, 40)].entries()) {
    if (kind !== "cart" || customer_id === "out") continue;
    const day = happened_at.slice(0, 10);
    const same = customer_id === null ? `nobody ${place}` : `${customer_id} ${happened_at}`;
    counted.set(day, (counted.get(day) ?? new Set()).add(same));
  }
  const days = Array.from({ length: 56 }, (_, day) => text(asOf - (56 - day) * DAY).slice(0, 10));
  const sizes = days.map((day) => counted.get(day)?.size ?? 0);
  const sum = (list: readonly number[]) => list.reduce((all, one) => all + one, 0);
  expect(found?.days).toBe(56);
  expect(fromUnits?.change).toEqual(found?.change);
  expect(fromUnits?.weekdays).toEqual(found?.weekdays);
  expect(found?.change).toMatchObject({ before: sum(sizes.slice(0, 28)), recent: sum(sizes.slice(28)) });
  expect(found?.low).toBe([...sizes].sort((a, b) => a - b)[5]);
});

test("a day is one by the clocks of the table", async () => {
  const late = Array.from({ length: 60 }, (_, day) => ({
    customer_id: "in",
    kind: "cart",
    happened_at: `${text(asOf - (60 - day) * DAY).slice(0, 10)}T23:30:00`,
  }));
  const sunday = (found: Awaited<ReturnType<typeof measure>>) => found?.weekdays.map(({ mean }) => mean);
  const onSundays = late.filter(({ happened_at }) => new Date(`${happened_at}Z`).getUTCDay() === 0);
  expect(sunday(await measure([...onSundays, ...late.slice(0, 1)]))?.[6]).toBe(1);
  expect(sunday(await measure([...onSundays, ...late.slice(0, 1)], "Europe/Berlin"))?.[0]).toBe(1);
});

test("a trigger while the last one's window is open is a repeat", async () => {
  const at = (minutes: number, customer_id = "in") => ({
    customer_id,
    kind: "cart",
    happened_at: text(asOf - 10 * DAY + minutes * 60_000),
  });
  const found = await measure([at(0), at(60), at(121), at(180), at(30, "stranger"), at(700)]);
  expect(found?.repeats).toEqual({ triggers: 2, customers: 1 });
});
