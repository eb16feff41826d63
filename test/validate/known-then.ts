import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { makeSample } from "../../sample-data/make-sample.ts";
import { writeSample } from "../../sample-data/write-sample.ts";
import { measureActionability } from "../../server/actionability/measure-actionability.ts";
import { relation } from "../../server/database/sql-text.ts";
import { loadDataset } from "../../server/datasets/load-dataset.ts";
import { readStrategy } from "../../server/goals/read-strategy.ts";
import { resolveGoal } from "../../server/goals/resolve-goal.ts";
import { profileDataset } from "../../server/profiles/profile-dataset.ts";
import { openTestDatabase } from "../support/open-test-database.ts";
import type { Check } from "./check.ts";

/** How far the share at trigger + window, and today's, lie from the truth planted in the sample, over several seeds. */
export async function knownThen(seeds: readonly number[]): Promise<Check[]> {
  const off = { atTrigger: 0, today: 0, flattered: 0 };
  for (const seed of seeds) {
    for (const found of await sharesOf(seed)) {
      off.atTrigger = Math.max(off.atTrigger, Math.abs(found.atTrigger - found.truth.atTrigger));
      off.today = Math.max(off.today, Math.abs(found.today - found.truth.today));
      off.flattered = Math.max(
        off.flattered,
        Math.abs(found.today - found.atTrigger - (found.truth.today - found.truth.atTrigger)),
      );
    }
  }
  const check = (name: string, most: number): Check => ({
    name: `${name}, three goals of samples ${seeds.join(", ")}`,
    target: "within 1 point of the truth",
    measured: `at most ${(100 * most).toFixed(2)} points off`,
    met: most < 0.01,
  });
  return [
    check("Share at trigger + window", off.atTrigger),
    check("Share of today’s snapshot", off.today),
    check("By how much the snapshot flatters", off.flattered),
  ];
}

async function sharesOf(seed: number) {
  const folder = mkdtempSync(join(tmpdir(), "winnow-then-"));
  const sample = makeSample({ seed });
  writeSample(sample, folder);
  const { database, folder: incoming } = await openTestDatabase([folder]);
  const strategy = readStrategy(sample.strategy, "strategy.yaml");
  const { asOf } = sample.truth;
  const files = sample.tables.map(({ name }) => ({ path: join(folder, `${name}.csv`) }));
  const dataset = await loadDataset({ database, incoming }, files, { settings: strategy.tables });
  const profiles = await profileDataset(database, dataset, strategy.fields, { asOf });
  const shares = [];
  for (const truth of sample.truth.goals) {
    const goal = strategy.goals.find(({ key }) => key === truth.goal);
    if (!goal) throw new Error(`The sample's strategy lacks ${truth.goal}.`);
    // The truth stops two days before the as-of time; triggers after that are other triggers.
    if (goal.trigger && "event" in goal.trigger) {
      const sql = `delete from ${relation(dataset.schema, "events").sql} where kind = $kind and happened_at > $after::timestamp`;
      const values = { kind: goal.trigger.event ?? "", after: truth.period.to };
      await database.run({ name: "test/forget-events", sql }, { values });
    }
    const resolved = await resolveGoal(database, dataset, profiles, goal, { asOf });
    const options = { asOf, needed: [], fieldSettings: strategy.fields };
    const { atTriggerTime, actionable } = await measureActionability(database, dataset, profiles, resolved, options);
    shares.push({
      atTrigger: atTriggerTime?.share ?? Number.NaN,
      today: actionable?.share ?? Number.NaN,
      truth: { atTrigger: truth.atTriggerTime.share, today: truth.today.share },
    });
  }
  await database.close();
  return shares;
}
