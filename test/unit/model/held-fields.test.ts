import { describe, expect, test } from "vitest";
import { fitGoal } from "../../../server/model/fit-goal.ts";
import type { ModelInput } from "../../../server/model/model-input.ts";
import { plantTruth, without } from "../../support/planted-truth.ts";

const delta = 0.01;

/** The input with some of its fields held anyway. */
function holding(input: ModelInput, ...names: readonly string[]): ModelInput {
  return {
    ...input,
    fields: input.fields.map((field) => (names.includes(field.name) ? { ...field, always: true } : field)),
  };
}

describe("a field that is held anyway", () => {
  const { input, truth } = plantTruth(10_000, 2);
  const held = fitGoal(holding(without(input, "recode_strong2"), "strong1", "spend"));
  const needOf = (name: string) => held.fields.find((need) => need.name === name)!;

  test("is neither tested nor counted", () => {
    const said = [...held.fields.map(({ name }) => name), ...held.kept, ...held.path.flatMap(({ kept }) => kept)];
    expect(said.filter((name) => name === "strong1" || name === "spend")).toEqual([]);
    expect(held.held.map(({ name }) => name)).toEqual(["strong1", "spend"]);
  });

  test("makes a field that only repeats it unused, and is named as what says the same", () => {
    for (const [copy, of] of [
      ["noisy_strong1", "strong1"],
      ["coarse_spend", "spend"],
    ] as const) {
      const need = needOf(copy);
      expect(need.inKept, copy).toBe(false);
      expect(need.share.high, copy).toBeLessThan(delta);
      expect(need.aloneDiscovered, copy).toBe(true);
      expect(need.carriedBy[0], copy).toBe(of);
    }
  });

  test("leaves the others needed", () => {
    const others = held.fields.filter(({ name }) => truth[name] === "needed");
    expect(others).toHaveLength(5);
    expect(others.filter(({ inKept, discovered }) => !inKept || !discovered)).toEqual([]);
  });

  test("counts in the performance of all fields and of the kept ones", () => {
    const tested = fitGoal(without(input, "recode_strong2", "noisy_strong1", "coarse_spend"));
    for (const which of ["allFields", "keptFields"] as const) {
      expect(held.performance[which].value).toBeCloseTo(tested.performance[which].value, 2);
    }
  });

  test("tells by itself what it is worth, so that one known too late can be asked about", () => {
    for (const { name, share, alone, aloneDiscovered } of held.held) {
      expect(share.low, name).toBeGreaterThan(0.02);
      expect(alone.value, name).toBeGreaterThan(0.05);
      expect(aloneDiscovered, name).toBe(true);
    }
  });
});

test("where the held fields tell all there is, nothing beside them is kept", () => {
  const { input } = plantTruth(8000, 4);
  const names = ["strong1", "strong2", "tenure", "noisy_strong1", "recode_strong2", "noise5"];
  const few = { ...input, fields: input.fields.filter(({ name }) => names.includes(name)) };
  const result = fitGoal(holding(few, "strong1", "strong2", "tenure"));
  expect(result.supported).toBe(true);
  expect(result.kept).toEqual([]);
  expect(result.fields.filter(({ share }) => share.high >= delta)).toEqual([]);
  expect(result.performance.keptShare.low).toBeGreaterThan(0.98);
  expect(result.performance.keptFields.value).toBeGreaterThan(0.65);
});

test("fields held anyway that tell nothing change no verdict", () => {
  const { input } = plantTruth(6000, 5);
  const names = ["strong1", "tenure", "member", "noise5", "noise16"];
  const few = { ...input, fields: input.fields.filter(({ name }) => names.includes(name)) };
  expect([...fitGoal(holding(few, "noise16")).kept].sort()).toEqual([...fitGoal(few).kept].sort());
});
