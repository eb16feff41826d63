import { describe, expect, test } from "vitest";
import { fitGoal } from "../../../server/model/fit-goal.ts";
import { findStandIns } from "../../../server/model/stand-ins.ts";
import { modelInput } from "../../support/model-input.ts";
import { normal, seededRandom } from "../../support/seeded-random.ts";

/** A region acts, its store says nearly the same, a rough part of it says half, and two others act by themselves. */
function plantTwins(records: number, seed: number, cost: Readonly<Record<string, number>> = {}) {
  const random = seededRandom(seed * 31 + 5);
  const pick = (levels: number) => Math.floor(random() * levels);
  const rows = Array.from({ length: records }, () => {
    const region = pick(6);
    const plan = pick(4);
    const spend = Math.max(0, Math.min(7, Math.round(4 + 1.6 * normal(random))));
    const odds = -1 + [0.8, -0.7, 0.3, -0.9, 0.7, 0]![region]! + [-0.6, 0.6, 0, 0.4]![plan]! + 0.4 * (spend - 4);
    return {
      region,
      store: random() < 0.999 ? region : pick(6),
      part: region >> 1,
      plan,
      spend,
      noise: pick(5),
      outcome: random() < 1 / (1 + Math.exp(-odds)) ? 1 : 0,
    };
  });
  const column = (name: Exclude<keyof (typeof rows)[number], "outcome">) => ({
    codes: rows.map((row) => row[name] + 1),
  });
  const names = ["region", "store", "part", "plan", "spend", "noise"] as const;
  return modelInput(
    Object.fromEntries(names.map((name) => [name, column(name)])),
    rows.map(({ outcome }) => outcome),
    { cost },
  );
}

describe("a field with a near-equal", () => {
  const input = plantTwins(12_000, 1);
  const { kept, reference, lambda, gain, pairs } = fitGoal(input);
  const others = input.fields.map(({ name }) => name).filter((name) => !kept.includes(name));
  const found = findStandIns({ input, reference, kept: { fields: kept, lambda }, gain: gain.value, pairs, others });

  test("is found with what the set keeps when the other takes its place, measured by a refit", () => {
    expect(kept.toSorted()).toEqual(["plan", "region", "spend"]);
    const twin = found.find(({ of, by }) => of === "region" && by === "store");
    expect(twin?.same).toBe(true);
    const whole = fitGoal({
      ...input,
      fields: input.fields.filter(({ name }) => ["store", "plan", "spend"].includes(name)),
    });
    expect(twin!.keptShare.value).toBeCloseTo(whole.gain.value / gain.value, 2);
    expect(twin!.keptShare.low).toBeLessThan(twin!.keptShare.value);
    expect(twin!.keptShare.low).toBeGreaterThan(0.97);
  });

  test("is told from one that says only a part", () => {
    const part = found.find(({ by }) => by === "part");
    expect(part?.same).toBe(false);
    expect(part!.keptShare.value).toBeLessThan(0.95);
    expect(found.some(({ by }) => by === "noise")).toBe(false);
  });
});

test("of near-equals the less revealing one is kept, however the others are named", () => {
  for (const seed of [2, 3, 4]) {
    const cheap = fitGoal(plantTwins(12_000, seed, { region: 1.5, store: 1, part: 1 }));
    expect(cheap.kept.toSorted()).toEqual(["plan", "spend", "store"]);
    const dear = fitGoal(plantTwins(12_000, seed, { region: 1, store: 1.5 }));
    expect(dear.kept.toSorted()).toEqual(["plan", "region", "spend"]);
  }
});
