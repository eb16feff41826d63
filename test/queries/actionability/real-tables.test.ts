import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { makeSample } from "../../../sample-data/make-sample.ts";
import { writeSample } from "../../../sample-data/write-sample.ts";
import { measureActionability } from "../../../server/actionability/measure-actionability.ts";
import type { Database } from "../../../server/database/database.ts";
import { relation } from "../../../server/database/sql-text.ts";
import { loadDataset } from "../../../server/datasets/load-dataset.ts";
import { readStrategy } from "../../../server/goals/read-strategy.ts";
import { resolveGoal } from "../../../server/goals/resolve-goal.ts";
import { profileDataset } from "../../../server/profiles/profile-dataset.ts";
import type { Dataset } from "../../../server/vocabulary.ts";
import { aResolvedGoal, aRole } from "../../support/a-resolved-goal.ts";
import { openTestDatabase } from "../../support/open-test-database.ts";

const real = process.env["WINNOW_REAL_DATA"];
let database: Database;
let folder: string;
beforeAll(async () => {
  ({ database, folder } = await openTestDatabase(real ? [`${real}/`] : []));
});
afterAll(() => database.close());

test.skipIf(!real)("telco-churn has no times and no consent: the report says so and invents nothing", async () => {
  const dataset = await loadDataset({ database, incoming: folder }, [
    { path: join(real ?? "", "telco-churn", "Telco-Customer-Churn.csv") },
  ]);
  const table = dataset.tables[0]?.name ?? "";
  const goal = aResolvedGoal({ roles: [aRole("key", "customerID", null, table)] });
  const found = await measureActionability(database, dataset, [], goal, {
    asOf: null,
    needed: ["tenure", "Contract", "TotalCharges"].map((field) => ({ table, field })),
    fieldSettings: [],
  });
  expect(found.stages.map(({ stage, measured, count }) => [stage, measured, count])).toEqual([
    ["known", true, 7043],
    ["identifiable", true, 7043],
    ["present", true, 7032],
    ["fresh", false, null],
    ["agreed", false, null],
    ["reachable", false, null],
    ["in-time", false, null],
    ["actionable", false, null],
  ]);
  expect(found).toMatchObject({ actionable: null, ofAudience: null, atTriggerTime: null, ages: [] });
  expect(found.lag).toMatchObject({ measured: false, events: null, inWindowShare: null });
  expect(found.warnings).toEqual([
    expect.stringMatching(/^Not measured: who agreed, who can be reached and how old the values are\. Record first:/),
  ]);
});

test.skipIf(!real)("saas-iterable: opt-outs in a history table are honoured", async () => {
  const customers = join(folder, "subscribers.csv");
  writeFileSync(
    customers,
    "email,first_name\nhello@live.co.uk,Ann\nOYMISTA@gmail.com,Bea\nglennclose@hoodwinked.com,Cy\n",
  );
  const dataset = await loadDataset(
    { database, incoming: folder },
    [
      { path: customers, kind: "customers" },
      { path: join(real ?? "", "saas-iterable", "user_unsubscribed_channel_history_data.csv"), name: "optouts.csv" },
    ],
    {
      settings: [
        {
          table: "optouts",
          kind: "consents",
          key: "email",
          joins: "email",
          channel: "channel_id",
          channels: { "11249": "email" },
          each: "withdrawal",
          at: "updated_at",
        },
      ],
    },
  );
  const goal = aResolvedGoal({
    goal: { channels: ["email"], basis: "legitimate-interest" },
    roles: [aRole("key", "email", null, "subscribers"), aRole("address", "email", "email", "subscribers")],
  });
  const found = await measureActionability(database, dataset, [], goal, {
    asOf: "2021-06-11T13:32:03Z",
    needed: [],
    fieldSettings: [],
  });
  expect(found.channels).toEqual([{ channel: "email", agreed: 1, reachable: 3 }]);
  expect(found.actionable).toMatchObject({ count: 1, atMost: true });
});

test.each([31])(
  "the sample of seed %i is recovered within one point of its truth, as it was then and as it is today",
  async (seed) => {
    const files = join(folder, `seed-${seed}`);
    const sample = makeSample({ seed });
    writeSample(sample, files);
    const strategy = readStrategy(sample.strategy, "strategy.yaml");
    const { asOf } = sample.truth;
    const dataset = await loadDataset(
      { database, incoming: folder },
      sample.tables.map(({ name }) => ({ path: join(files, `${name}.csv`) })),
      { settings: strategy.tables },
    );
    const profiles = await profileDataset(database, dataset, strategy.fields, { asOf });
    for (const truth of sample.truth.goals) {
      const goal = strategy.goals.find(({ key }) => key === truth.goal);
      if (!goal) throw new Error(`The sample's strategy lacks ${truth.goal}.`);
      // The truth stops two days before the as-of time; triggers after that are other triggers.
      const until = truth.period.to;
      if (goal.trigger && "event" in goal.trigger) await forgetEvents(dataset, goal.trigger.event ?? "", until);
      const resolved = await resolveGoal(database, dataset, profiles, goal, { asOf });
      const options = { asOf, needed: [], fieldSettings: strategy.fields };
      const found = await measureActionability(database, dataset, profiles, resolved, options);
      expect(Math.abs((found.atTriggerTime?.share ?? 0) - truth.atTriggerTime.share), goal.key).toBeLessThan(0.01);
      expect(Math.abs((found.actionable?.share ?? 0) - truth.today.share), goal.key).toBeLessThan(0.01);
    }
  },
  60_000,
);

async function forgetEvents({ schema }: Dataset, kind: string, after: string): Promise<void> {
  const events = relation(schema, "events").sql;
  const sql = `delete from ${events} where kind = $kind and happened_at > $after::timestamp`;
  await database.run({ name: "test/forget-events", sql }, { values: { kind, after } });
}
