import { describe, expect, test } from "vitest";
import { fitGoal } from "../../../server/model/fit-goal.ts";
import type { ModelInput } from "../../../server/model/model-input.ts";
import type { FieldNeed, ModelResult } from "../../../server/model/model-result.ts";
import { modelInput } from "../../support/model-input.ts";
import { plantTruth, without } from "../../support/planted-truth.ts";
import { seededRandom } from "../../support/seeded-random.ts";

const delta = 0.01;
const isNeeded = (need: FieldNeed) => need.inKept && need.discovered;
const isUnused = (need: FieldNeed) => !need.inKept && need.share.high < delta;
const needOf = (result: ModelResult, name: string) => result.fields.find((need) => need.name === name)!;

/** The same records with the outcomes dealt out anew. */
function permuted(input: ModelInput, seed: number): ModelInput {
  const random = seededRandom(seed);
  const outcome = [...input.outcome];
  for (let last = outcome.length - 1; last > 0; last--) {
    const other = Math.floor(random() * (last + 1));
    [outcome[last], outcome[other]] = [outcome[other]!, outcome[last]!];
  }
  const columns = Object.fromEntries(input.fields.map(({ name, codes, ordered }) => [name, { codes, ordered }]));
  return modelInput(columns, outcome);
}

describe("a goal with a planted truth, 10,000 records", () => {
  const { input, truth } = plantTruth(10_000, 2);
  const result = fitGoal(without(input, "recode_strong2"));
  const of = (planted: string) => result.fields.filter(({ name }) => truth[name] === planted);

  test("is supported", () => {
    expect(result.supported).toBe(true);
    expect(result.gain.value).toBeGreaterThan(10 * result.gain.error);
  });

  test("needs every field that drives the outcome, the one that is not monotone too", () => {
    expect(of("needed").filter((need) => !isNeeded(need))).toEqual([]);
  });

  test("calls no field unused that brings 3 % of the gain", () => {
    expect(of("needed").filter(isUnused)).toEqual([]);
  });

  test("shows that what only repeats others is not needed, though it tells something alone", () => {
    expect(of("redundant").filter((need) => !isUnused(need) || !need.aloneDiscovered)).toEqual([]);
    expect(needOf(result, "noisy_strong1").carriedBy).toContain("strong1");
  });

  test("shows that noise tells nothing", () => {
    expect(of("noise").filter((need) => !isUnused(need) || need.aloneDiscovered)).toEqual([]);
  });

  test("proves the kept set, and its figures stand to each other as they must", () => {
    const { keptShare, allFields, keptFields, foundInTop20 } = result.performance;
    expect(result.proven).toBe(true);
    expect(keptShare.low).toBeGreaterThanOrEqual(0.98);
    expect(keptShare.value).toBeGreaterThanOrEqual(keptShare.low);
    for (const estimate of [allFields, keptFields, foundInTop20.allFields, foundInTop20.keptFields]) {
      expect(estimate.low).toBeLessThan(estimate.value);
      expect(estimate.high).toBeGreaterThan(estimate.value);
    }
    expect(keptFields.value).toBeGreaterThan(0.7);
  });

  test("has a nested path from all fields to none", () => {
    expect(result.path).toHaveLength(24);
    for (const [index, step] of result.path.entries()) {
      const before = result.path[index - 1]?.kept ?? result.fields.map(({ name }) => name);
      expect([...step.kept, step.field].sort()).toEqual([...before].sort());
    }
    expect(result.path.at(-1)).toEqual({
      field: expect.any(String),
      kept: [],
      performanceKept: { value: 0, low: 0, high: 0 },
    });
  });

  test("says people as well as shares", () => {
    const { missedOf100 } = needOf(result, "tenure");
    expect(missedOf100.low).toBeGreaterThan(0);
    expect(needOf(result, "noise64").missedOf100.low).toBeLessThan(0.5);
  });
});

describe("copies", () => {
  test("of an exact copy exactly one is kept", () => {
    const { input } = plantTruth(6000, 3);
    const few = without(input, ...input.fields.map(({ name }) => name).filter((name) => /noise|zip|weak/.test(name)));
    const kept = fitGoal(few).kept.filter((name) => name === "strong2" || name === "recode_strong2");
    expect(kept).toHaveLength(1);
  });

  test("of two the cheaper one is kept, whichever it is", () => {
    const { input } = plantTruth(4000, 4);
    const names = ["strong1", "strong2", "recode_strong2", "tenure", "noise5"];
    const few = { ...input, fields: input.fields.filter(({ name }) => names.includes(name)) };
    for (const dear of ["strong2", "recode_strong2"]) {
      const result = fitGoal({ ...few, settings: { ...few.settings, cost: { [dear]: 2 } } });
      expect(result.kept).not.toContain(dear);
    }
  });
});

describe("nothing to find", () => {
  test("outcomes dealt out anew support nothing, and nothing is discovered", () => {
    for (let seed = 1; seed <= 6; seed++) {
      const result = fitGoal(permuted(without(plantTruth(1500, seed).input, "recode_strong2"), seed));
      expect(result.supported).toBe(false);
      expect(result.kept).toEqual([]);
      expect(result.fields.filter(({ discovered, aloneDiscovered }) => discovered || aloneDiscovered)).toEqual([]);
      expect(result.performance.keptShare).toEqual({ value: 0, low: 0 });
    }
  });

  test("nor do many fields of noise, of which some look well by luck", () => {
    const random = seededRandom(40);
    const noise = () => ({ codes: Array.from({ length: 1200 }, () => Math.floor(random() * 8)) });
    const columns = Object.fromEntries(Array.from({ length: 150 }, (_, i) => [`noise${i}`, noise()]));
    const outcome = Array.from({ length: 1200 }, () => (random() < 0.3 ? 1 : 0));
    const result = fitGoal(modelInput(columns, outcome));
    expect(result.supported).toBe(false);
    expect(result.fields.filter(({ discovered }) => discovered)).toEqual([]);
  });

  test("without fields there is no support", () => {
    const result = fitGoal(modelInput({}, [0, 1, 0, 1, 1, 0, 1, 0, 1, 0]));
    expect(result.supported).toBe(false);
    expect(result.fields).toEqual([]);
    expect(result.performance.allFields.value).toBe(0.5);
  });
});

describe("sameness", () => {
  const { input } = plantTruth(2600, 5);
  const names = ["strong1", "noisy_strong1", "strong2", "tenure", "noise3"];
  const few = { ...input, fields: input.fields.filter(({ name }) => names.includes(name)) };

  test("the same records give the same answer, to the last digit", () => {
    expect(fitGoal(few)).toEqual(fitGoal(few));
  });

  test("the order of the fields does not matter", () => {
    const turned = fitGoal({ ...few, fields: [...few.fields].reverse() });
    const straight = fitGoal(few);
    expect({ ...turned, fields: [...turned.fields].reverse() }).toEqual(straight);
  });
});

describe("few records", () => {
  test("under 500 of the rarer answer only the ten fields best alone are tested, the others named", () => {
    const { input } = plantTruth(1000, 6);
    const result = fitGoal(without(input, "recode_strong2"));
    expect(result.fields).toHaveLength(10);
    expect(result.preScreened).toHaveLength(14);
    expect(result.fields.filter(({ name }) => name === "tenure")).toHaveLength(1);
  });
});

describe("a sample of cases and controls", () => {
  test("gives the gain of the whole population, by its weights", () => {
    const { input } = plantTruth(12_000, 7);
    const names = ["strong1", "strong2", "tenure", "noise5"];
    const whole = { ...input, fields: input.fields.filter(({ name }) => names.includes(name)) };
    const random = seededRandom(8);
    const chosen = [...whole.outcome.keys()].filter((i) => whole.outcome[i]! > 0 || random() < 0.4);
    const controls = chosen.filter((i) => whole.outcome[i] === 0).length;
    const left = whole.outcome.filter((y) => y === 0).length / controls;
    const scale = chosen.length / whole.records;
    const sample: ModelInput = {
      ...whole,
      records: chosen.length,
      outcome: Float64Array.from(chosen, (i) => whole.outcome[i]!),
      fold: Uint8Array.from(chosen, (i) => whole.fold[i]!),
      weight: Float64Array.from(chosen, (i) => scale * (whole.outcome[i]! > 0 ? 1 : left)),
      fields: whole.fields.map((field) => ({ ...field, codes: Uint8Array.from(chosen, (i) => field.codes[i]!) })),
    };
    const [all, part] = [fitGoal(whole), fitGoal(sample)];
    expect(Math.abs(part.gain.value - all.gain.value)).toBeLessThan(2 * part.gain.error);
    expect(part.performance.allFields.value).toBeCloseTo(all.performance.allFields.value, 2);
    expect(part.performance.foundInTop20.allFields.value).toBeCloseTo(all.performance.foundInTop20.allFields.value, 1);
    expect([...part.kept].sort()).toEqual([...all.kept].sort());
  });
});
