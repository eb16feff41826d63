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
const asOf = Date.parse("2026-11-23T00:00:00Z");
const text = (at: number) => new Date(at).toISOString().slice(0, 19);

async function clockOf(customers: readonly Row[], consents: readonly Row[] | null) {
  const dataset = await aDataset(database, {
    customers,
    ...(consents
      ? {
          consents: {
            rows: consents,
            types: { customer_id: "text", channel: "text", status: "text", changed_at: "time" } as const,
            layout: { key: "customer_id", channel: "channel", state: "status", at: "changed_at", yes: ["granted"] },
          },
        }
      : {}),
  });
  const goal = aResolvedGoal({
    goal: { channels: ["email"], basis: "consent" },
    roles: [
      aRole("key", "customer_id"),
      aRole("address", "email", "email"),
      ...(consents ? [] : [aRole("consent", "agrees", "email")]),
    ],
  });
  const options = { asOf: new Date(asOf).toISOString(), needed: [], fieldSettings: [] };
  return (await measureActionability(database, dataset, [], goal, options)).consentClock;
}

const people = (count: number) =>
  Array.from({ length: count }, (_, index) => ({
    customer_id: `c${index}`,
    email: index % 10 === 0 ? null : `c${index}@example.org`,
    agrees: index % 2 === 0 ? "yes" : "no",
  }));

test("the opt-out rate is that of the withdrawals over the time that agreements stood, within a year", async () => {
  const random = seededRandom(9);
  const monthly = 0.03;
  let held = 0;
  for (let trial = 0; trial < 40; trial++) {
    const consents = people(300).flatMap(({ customer_id }) => {
      const granted = asOf - random() * 700 * DAY;
      const left = granted - (Math.log(1 - random()) / monthly) * 30.4167 * DAY;
      const entry = (status: string, at: number) => ({ customer_id, channel: "email", status, changed_at: text(at) });
      return left < asOf ? [entry("granted", granted), entry("withdrawn", left)] : [entry("granted", granted)];
    });
    const found = await clockOf(people(300), consents);
    if (found?.from.kind !== "opt-outs") continue;
    const { low, high } = found.from.loss;
    if (low <= monthly && monthly <= high) held++;
  }
  expect(held).toBeGreaterThanOrEqual(36);
}, 30_000);

test("counts who can be reached, who may be asked, and whose yes is old", async () => {
  const entry = (index: number, status: string, days: number) => ({
    customer_id: `c${index}`,
    channel: "email",
    status,
    changed_at: text(asOf - days * DAY),
  });
  const consents = people(100).flatMap((_, index) => {
    if (index < 50) return [entry(index, "granted", index < 20 ? 900 : 100)];
    return index < 70 ? [entry(index, "granted", 300), entry(index, "withdrawn", 200)] : [];
  });
  const found = await clockOf(people(100), consents);
  // Of every ten one has no address: 45 of the first 50, 18 of the first 20; of the last 30, never asked, 27.
  expect(found).toMatchObject({ reached: 45, old: 18, askable: 27, from: { kind: "opt-outs", withdrawn: 20 } });
  const last = found?.months.at(-1);
  expect(last?.doNothing).toBeLessThan(45);
  expect(last?.low).toBeLessThan(last?.doNothing ?? 0);
  expect((last?.askNow ?? 0) / (last?.doNothing ?? 1)).toBeCloseTo((45 + 27 / 2) / 45, 9);
});

test("without history the loss is an assumption, and says so", async () => {
  const found = await clockOf(people(100), null);
  expect(found?.from).toMatchObject({ kind: "assumed", says: expect.stringContaining("email addresses") });
  expect(found?.months.at(-1)?.doNothing).toBeCloseTo((found?.reached ?? 0) * 0.775, 6);
});
