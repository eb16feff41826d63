import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { catalogue } from "../../../server/goals/catalogue.ts";
import { emptyStrategy } from "../../../server/goals/empty-strategy.ts";
import { readStrategy } from "../../../server/goals/read-strategy.ts";
import { strategyChanges } from "../../../server/goals/strategy-changes.ts";
import { anyStrategy } from "../../support/any-strategy.ts";

const read = (text: string) => readStrategy(text, "strategy.yaml");

describe("what an import would change", () => {
  test("is said part by part", () => {
    const before = read(`
strategy: Spring
goals:
  - { key: welcome, name: Welcome, window: 24h, channels: [email] }
  - { key: old, name: Old one }
fields: [{ field: gender, meaning: gender }]
decisions: [{ goal: welcome, field: gender, verdict: unused, by: Ann, at: 2026-11-20, reason: greeting }]
efforts: [{ fix: load, points: 8, by: Bob, at: 2026-11-21 }]
`);
    const after = read(`
strategy: Summer
goals:
  - { key: welcome, name: Welcome, window: 1h, channels: [email], exchange: A gift, outcome: { field: came, is: "Yes" } }
  - { key: new, name: New one }
tables: [{ table: log, kind: events, at: happened_at }]
decisions:
  - { goal: welcome, field: gender, verdict: needed, by: Ann, at: 2026-11-20, reason: greeting }
  - { field: age, verdict: coarser, keepAs: decade, by: Bob, at: 2026-11-21, reason: enough }
efforts: [{ goal: new, fix: ask email, points: 3, by: Ann, at: 2026-11-21 }, { fix: load, points: 20, by: Bob, at: 2026-11-21 }]
thresholds: { k: 20 }
`);
    expect(strategyChanges(before, after)).toEqual([
      "The strategy is called “Summer”.",
      "The goal “Welcome”: window becomes 1h (was 24h); exchange is new: A gift; outcome is new: came=Yes.",
      "The goal “New one” is added.",
      "The goal “Old one” goes.",
      "The table log is read as written: kind events, at happened_at.",
      "The field gender is no longer corrected.",
      "The decision on gender for welcome: verdict becomes needed (was unused).",
      "age is decided coarser for every goal, by Bob.",
      "“ask email” is reckoned at 3 for new, by Ann.",
      "The effort of “load” for every goal: points becomes 20 (was 8).",
      "The thresholds: k becomes 20 (was 11).",
    ]);
  });

  test("is nothing where both say the same", { timeout: 30_000 }, () => {
    fc.assert(
      fc.property(anyStrategy(catalogue.map(({ key }) => key)), (strategy) => {
        expect(strategyChanges(strategy, structuredClone(strategy))).toEqual([]);
      }),
      { numRuns: 30, seed: 5 },
    );
    expect(strategyChanges(emptyStrategy(), emptyStrategy())).toEqual([]);
  });
});
