import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { measureActionability } from "../../../../server/actionability/measure-actionability.ts";
import { Rehearsal } from "../../../../server/actionability/rehearsal/rehearsal.ts";
import type { Database } from "../../../../server/database/database.ts";
import { loadDataset } from "../../../../server/datasets/load-dataset.ts";
import { readStrategy } from "../../../../server/goals/read-strategy.ts";
import { resolveGoal } from "../../../../server/goals/resolve-goal.ts";
import { profileDataset } from "../../../../server/profiles/profile-dataset.ts";
import type { Dataset, FieldProfile, Strategy } from "../../../../server/vocabulary.ts";
import { openTestDatabase } from "../../../support/open-test-database.ts";
import { writtenSample } from "../../../support/sample.ts";

const forever = new AbortController().signal;

describe.each([1, 7])("the sample of seed %i", (seed) => {
  let database: Database;
  let dataset: Dataset;
  let profiles: FieldProfile[];
  let strategy: Strategy;
  let asOf: string;

  beforeAll(async () => {
    const sample = writtenSample({ seed, customers: 1_000 });
    const opened = await openTestDatabase([sample.folder]);
    database = opened.database;
    strategy = readStrategy(sample.strategy, "strategy.yaml");
    asOf = sample.truth.asOf;
    const files = sample.files.map((path) => ({ path }));
    dataset = await loadDataset({ database, incoming: opened.folder }, files, { settings: strategy.tables });
    profiles = await profileDataset(database, dataset, strategy.fields, { asOf });
  }, 60_000);
  afterAll(() => database.close());

  test.each(["keep-leavers", "top-up-offer", "welcome"])(
    "rehearsed for %s, ends with the report's counts",
    async (key) => {
      const goal = strategy.goals.find((one) => one.key === key);
      if (!goal) throw new Error(`The sample has no goal ${key}.`);
      const resolved = await resolveGoal(database, dataset, profiles, goal, { asOf });
      const needed = [
        { table: "customers", field: "plan_name" },
        { table: "customers", field: "postcode" },
      ];
      const options = { asOf, needed, fieldSettings: strategy.fields };
      const about = { database, dataset, profiles, goal: resolved, ...options, speed: null };
      const report = await measureActionability(database, dataset, profiles, resolved, options);
      const rehearsal = new Rehearsal({ ...about, period: { from: null, to: null } });
      const summary = await rehearsal.run(forever);
      const whole = rehearsal.view();
      expect(summary.equal).toBe(true);
      expect({ triggers: whole.decided, count: summary.replayed.acted }).toEqual({
        triggers: report.atTriggerTime?.triggers,
        count: report.atTriggerTime?.count,
      });
      expect(summary.replayed.acted).toBeGreaterThan(0);

      const middle = Math.floor((whole.first + whole.last) / 2);
      const halves = [];
      for (const period of [
        { from: null, to: middle },
        { from: middle, to: null },
      ]) {
        const half = new Rehearsal({ ...about, period });
        expect((await half.run(forever)).equal).toBe(true);
        halves.push(half.view());
      }
      expect(halves.map(({ decided }) => decided > 0)).toEqual([true, true]);
      expect(halves.reduce((sum, { fates }) => sum + fates.acted, 0)).toBe(summary.replayed.acted);
    },
    30_000,
  );
});
