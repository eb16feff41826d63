import { describe, expect, test } from "vitest";
import { fitGoal } from "../../../server/model/fit-goal.ts";
import { crossFit } from "../../../server/model/fitting/cross-fit.ts";
import { makeDesign } from "../../../server/model/fitting/design.ts";
import { predict, rowSpace } from "../../../server/model/fitting/row-passes.ts";
import { chooseLevels } from "../../../server/model/levels/choose-levels.ts";
import { LevelSplit } from "../../../server/model/levels/level-split.ts";
import type { LevelsInput } from "../../../server/model/levels/levels-input.ts";
import { type LevelState, walkLevels } from "../../../server/model/levels/walk-levels.ts";
import type { BinnedField, ModelInput } from "../../../server/model/model-input.ts";
import { plainLogistic, plainLogOdds } from "../../support/plain-logistic.ts";
import { levelsOfTruth, type PlantedLevels, plantLevels } from "../../support/planted-levels.ts";

function levelsInput({ input, fields }: Pick<PlantedLevels, "input" | "fields">): LevelsInput {
  const model = fitGoal(input);
  return {
    input,
    reference: model.reference,
    kept: { fields: model.kept, lambda: model.lambda },
    proven: model.proven,
    gain: model.gain.value,
    pairs: model.pairs,
    fields: fields.filter(({ name }) => model.kept.includes(name)),
  };
}

function firstOf({ input, fields }: PlantedLevels, records: number): Pick<PlantedLevels, "input" | "fields"> {
  const part = <T extends { readonly codes: Uint8Array }>(one: T) => ({ ...one, codes: one.codes.slice(0, records) });
  return {
    input: {
      ...input,
      records,
      outcome: input.outcome.slice(0, records),
      fold: input.fold.slice(0, records),
      fields: input.fields.map(part),
    },
    fields: fields.map((field) => ({ ...field, levels: field.levels.map(part) })),
  };
}

/** The kept set's fields at the chosen levels, as plain fields. */
function fieldsAt(levels: LevelsInput, chosen: Readonly<Record<string, string>>): BinnedField[] {
  return levels.kept.fields.map((name) => {
    const level = levels.fields.find((field) => field.name === name)?.levels.find(({ key }) => key === chosen[name]);
    const field = levels.input.fields.find((one) => one.name === name)!;
    return level ? { ...field, codes: level.codes, bins: level.bins } : field;
  });
}

describe("a planted truth that acts through decades and regions", () => {
  const seeds = [1, 2, 3, 4, 5, 6];

  test("is found again with at most one level too fine, in at least nine of ten seeds", () => {
    const steps = seeds.flatMap((seed) => {
      const planted = plantLevels(5000, seed);
      const { chosen } = chooseLevels(levelsInput(planted));
      return Object.entries(levelsOfTruth).map(([name, truth]) => {
        const keys = planted.fields.find((field) => field.name === name)!.levels.map(({ key }) => key);
        const level = chosen.find((one) => one.name === name)?.level;
        return keys.indexOf(truth) - (level === undefined ? -1 : keys.indexOf(level));
      });
    });
    expect(steps.filter((step) => step === 0 || step === 1).length).toBeGreaterThanOrEqual(0.9 * steps.length);
  });

  test("keeps 98 % of the gain on records that it never saw", () => {
    const train = 5000;
    const kept = seeds.slice(0, 3).map((seed) => {
      const planted = plantLevels(train + 20_000, seed);
      const levels = levelsInput(firstOf(planted, train));
      const { chosen } = chooseLevels(levels);
      const named = Object.fromEntries(chosen.map(({ name, level }) => [name, level]));
      const fresh = { ...levels, input: planted.input, fields: planted.fields };
      const lossOf = (at: Readonly<Record<string, string>>) =>
        lossOnFresh(planted.input, fieldsAt(fresh, at), levels.kept.lambda, train);
      const none = lossOnFresh(planted.input, [], 1, train);
      const exact = lossOf({});
      return (none - lossOf(named)) / (none - exact);
    });
    expect(kept.filter((share) => share < 0.98)).toEqual([]);
  });

  test("gives each level's figures beside what was held before, and leaves the set proven", () => {
    const { chosen, performance } = chooseLevels(levelsInput(plantLevels(6000, 3)));
    const birth = chosen.find(({ name }) => name === "birth");
    expect(birth?.level).toBe("10-years");
    const found = Object.fromEntries(birth!.measured.map((row) => [row.level ?? "exact", row.found.value]));
    expect(found["10-years"]).toBeCloseTo(performance!.found.value, 12);
    expect(found["10-years"]).toBeGreaterThan(found["drop"]! + 0.02);
    expect(found["exact"]).toBeGreaterThan(found["drop"]! + 0.02);
    expect(performance!.keptShare.low).toBeGreaterThanOrEqual(0.98);
    expect(performance!.keptShare.value).toBeGreaterThanOrEqual(performance!.keptShare.low);
  });

  test("does not depend on the order of the fields", () => {
    const levels = levelsInput(plantLevels(1500, 4));
    const { input, fields } = levels;
    const turned = chooseLevels({
      ...levels,
      input: { ...input, fields: [...input.fields].reverse() },
      fields: [...fields].reverse(),
    });
    const straight = chooseLevels(levels);
    expect({ ...turned, chosen: [...turned.chosen].reverse() }).toEqual(straight);
  });
});

test("nothing becomes coarser where every value counts", () => {
  const planted = plantLevels(6000, 5);
  const spoiled = planted.fields.map((field) => ({ ...field, levels: field.levels.slice(-1) }));
  expect(chooseLevels(levelsInput({ input: planted.input, fields: spoiled }))).toEqual({
    chosen: [],
    performance: null,
  });
});

test("the loss of a level is that of a plain logistic regression, refitted without each fold", () => {
  const levels = levelsInput(plantLevels(1200, 6));
  const split = new LevelSplit({ ...levels, proven: true, reference: levels.kept }, levels.input.fold);
  const keys = ["10-years", "region"];
  const state = levels.fields.map(({ levels: own }) => own.findIndex(({ key }) => keys.includes(key)));
  const named = Object.fromEntries(levels.fields.map(({ name, levels: own }, at) => [name, own[state[at]!]!.key]));
  const slow = (at: Readonly<Record<string, string>>) =>
    slowLoss(levels.input, fieldsAt(levels, at), levels.kept.lambda);
  const exact = levels.fields.map(() => -1);
  const between = (one: LevelState, other: LevelState) => split.setLoss(one).value - split.setLoss(other).value;
  expect(between(state, exact)).toBeCloseTo(slow(named) - slow({}), 5);
});

test("a pair goes on telling what it tells when one of its fields becomes coarser", () => {
  const planted = plantLevels(6000, 7);
  const side = planted.fields.find(({ name }) => name === "town")!.levels[1]!.codes;
  const noise = planted.input.fields.find(({ name }) => name === "noise")!.codes;
  const outcome = planted.input.outcome.map((y, i) => ((i * 7) % 10 < 5 ? (side[i]! + noise[i]!) % 2 : y));
  const input = { ...planted.input, outcome };
  const levels = levelsInput({ ...planted, input });
  expect(levels.pairs.map((pair) => [...pair].sort())).toContainEqual(["noise", "town"]);
  const split = new LevelSplit(levels, input.fold);
  const blocksAt = (level: number) =>
    split
      .refit(levels.fields.map(({ name }) => (name === "town" ? level : -1)))
      .layout.blocks.map((place) => split.design.fields[place]!.name.replace("\n", " by "));
  expect(blocksAt(-1).some((name) => /town with noise|noise with town/.test(name))).toBe(true);
  expect(blocksAt(1).some((name) => /town by country/.test(name) && / with /.test(name))).toBe(true);
  expect(chooseLevels(levels).chosen.map(({ name }) => name)).toContain("town");
});

describe("the walk", () => {
  const steps = (...losses: number[]) => losses.map((loss, at) => ({ loss, privacy: at + 1 }));

  test("ends at a state that passed, with the barred field finer and the others as coarse as can be", () => {
    const asked: LevelState[] = [];
    const passes = (state: LevelState) => {
      asked.push(state);
      return state[1]! < 1;
    };
    const end = walkLevels([steps(0, 0.1, 0.2), steps(0.05, 0.06), steps(0.3)], passes, 0.1);
    expect(end).toEqual([2, 0, 0]);
    expect(asked.filter(passes)).toContainEqual(end);
  });

  test("asks for no more than twelve refits", () => {
    const many = Array.from({ length: 20 }, () => steps(0.1, 0.2, 0.3));
    let asked = 0;
    walkLevels(many, () => ++asked % 3 === 0, 0.1);
    expect(asked).toBeLessThanOrEqual(12);
  });

  test("stays where it is when nothing passes", () => {
    expect(walkLevels([steps(0, 0), steps(0)], () => false, 1)).toEqual([-1, -1]);
  });
});

/** Fitted on the first `train` records, judged on the others. */
function lossOnFresh(input: ModelInput, fields: readonly BinnedField[], lambda: number, train: number): number {
  const design = makeDesign({ ...input, fields, fold: new Uint8Array(input.records), folds: 1 });
  const trained = makeDesign({
    ...input,
    records: train,
    outcome: input.outcome.slice(0, train),
    fold: input.fold.slice(0, train),
    fields: fields.map((field) => ({ ...field, codes: field.codes.slice(0, train) })),
  });
  const { layout, beta } = crossFit(trained, [...fields.keys()], lambda, rowSpace(train));
  const eta = new Float64Array(input.records);
  predict(design, layout, beta, 0, input.records, eta);
  let loss = 0;
  for (let i = train; i < input.records; i++) loss += Math.log1p(Math.exp(design.outcome[i]! > 0 ? -eta[i]! : eta[i]!));
  return loss / (input.records - train);
}

function slowLoss(input: ModelInput, fields: readonly BinnedField[], lambda: number): number {
  const plain = { ...input, fields };
  let loss = 0;
  for (let fold = 0; fold < input.folds; fold++) {
    const rows = [...input.fold.keys()];
    const beta = plainLogistic(
      plain,
      lambda,
      rows.filter((i) => input.fold[i] !== fold),
    );
    for (const i of rows.filter((row) => input.fold[row] === fold)) {
      const odds = plainLogOdds(plain, beta, i);
      loss += Math.log1p(Math.exp(input.outcome[i]! > 0 ? -odds : odds));
    }
  }
  return loss / input.records;
}
