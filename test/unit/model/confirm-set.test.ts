import { describe, expect, test } from "vitest";
import { confirmSet } from "../../../server/model/confirm-set.ts";
import { fitGoal } from "../../../server/model/fit-goal.ts";
import { leaveOut, lockQuarter } from "../../../server/model/lock-quarter.ts";
import type { ModelInput } from "../../../server/model/model-input.ts";
import { plainLogistic, plainLogOdds } from "../../support/plain-logistic.ts";
import { plantTruth } from "../../support/planted-truth.ts";

function only(input: ModelInput, ...names: readonly string[]): ModelInput {
  return { ...input, fields: input.fields.filter(({ name }) => names.includes(name)) };
}

describe("a quarter of the records is locked away", () => {
  const { input } = plantTruth(11_500, 6);
  const locked = lockQuarter(input);
  const few = only(input, "strong1", "strong2", "tenure", "noise5");

  test("of each answer and each fold the same part", () => {
    for (const answer of [0, 1]) {
      for (let fold = 0; fold < input.folds; fold++) {
        const members = [...input.outcome.keys()].filter((i) => input.outcome[i] === answer && input.fold[i] === fold);
        const part = members.filter((i) => locked![i] === 1).length / members.length;
        expect(Math.abs(part - 0.25)).toBeLessThan(0.01);
      }
    }
  });

  test("and what is searched cannot see it: its outcomes change nothing of what is kept", () => {
    const outcome = Float64Array.from(few.outcome);
    const apart = [...outcome.keys()].filter((i) => locked![i] === 1);
    const turned = apart.map((i) => few.outcome[i]!).reverse();
    for (const [rank, i] of apart.entries()) outcome[i] = turned[rank]!;
    const searched = leaveOut({ ...few, outcome }, locked!);
    expect(searched.outcome).toEqual(leaveOut(few, locked!).outcome);
    expect(searched.records + apart.length).toBe(few.records);
  });

  test("the kept set keeps its share on it", () => {
    const { confirmed, kept, performance } = fitGoal(few);
    expect([...kept].sort()).toEqual(["strong1", "strong2", "tenure"]);
    expect(confirmed!.records).toBe(locked!.reduce((sum, one) => sum + one, 0));
    expect(confirmed!.keptShare.value).toBeGreaterThan(0.97);
    expect(confirmed!.keptShare.low).toBeLessThanOrEqual(confirmed!.keptShare.value);
    expect(performance.keptShare.low).toBeGreaterThan(0.97);
  });
});

test("with fewer than 2,000 of the rarer answer nothing is locked", () => {
  const { input } = plantTruth(4000, 6);
  expect(lockQuarter(input)).toBeNull();
  expect(fitGoal(only(input, "strong1", "tenure")).confirmed).toBeNull();
});

test("the share on the locked records is what a slow model says of them", () => {
  const input = only(plantTruth(900, 8).input, "strong1", "strong2", "member");
  const locked = Uint8Array.from({ length: input.records }, (_, i) => (i % 4 === 3 ? 1 : 0));
  const rows = [...locked.keys()];
  const loss = (part: ModelInput) => {
    const beta = plainLogistic(
      part,
      1,
      rows.filter((i) => locked[i] === 0),
    );
    const apart = rows.filter((i) => locked[i] === 1);
    const each = apart.map((i) => {
      const odds = plainLogOdds(part, beta, i);
      return Math.log1p(Math.exp(input.outcome[i]! > 0 ? -odds : odds));
    });
    return each.reduce((sum, one) => sum + one, 0) / each.length;
  };
  const [none, kept, all] = [loss(only(input)), loss(only(input, "strong1", "member")), loss(input)];
  const names = input.fields.map(({ name }) => name);
  const fields = ["strong1", "member"].map((name) => names.indexOf(name));
  const found = confirmSet(input, locked, [], { fields, lambda: 1 }, { fields: [0, 1, 2], lambda: 1 });
  expect(found.keptShare.value).toBeCloseTo(1 - (kept - all) / (none - all), 3);
  expect(found.records).toBe(225);
});
