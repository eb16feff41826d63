import { describe, expect, test } from "vitest";
import { measureUplift, ratesOf, transform } from "../../../server/model/uplift/measure-uplift.ts";
import { qini, qiniOf, upliftCurve } from "../../../server/model/uplift/qini.ts";
import { plainQini } from "../../support/plain-qini.ts";
import { plantUplift } from "../../support/planted-uplift.ts";
import { seededRandom } from "../../support/seeded-random.ts";

const propensity = { fields: ["loyal", "visits"], lambda: 3 };
const onlyForLot: readonly string[] = [];
const nobodyExpected = (records: number) => new Float64Array(records);

describe("who acts anyway and who is persuaded come from different fields, 40,000 records", () => {
  const { input, treated, effect } = plantUplift(40_000, 1);
  const result = measureUplift({ input, treated, propensity, onlyForLot });
  const { uplift, propensity: byPropensity, difference } = result.qini!;

  test("finds the average effect", () => {
    const truth = effect.reduce((sum, one) => sum + one, 0) / effect.length;
    expect(result.average.low).toBeLessThan(truth);
    expect(result.average.high).toBeGreaterThan(truth);
    expect(result.treatedToldBy).toEqual([]);
  });

  test("ranks by uplift what ranking by propensity cannot", () => {
    expect(result.told).toBe(true);
    expect(uplift!.low).toBeGreaterThan(0);
    expect(byPropensity.high).toBeLessThan(uplift!.low);
    expect(difference!.low).toBeGreaterThan(0);
  });

  test("needs for it the fields that persuade, and not those that tell who acts anyway", () => {
    const needed = result.fields.filter(({ inKept, discovered }) => inKept && discovered).map(({ name }) => name);
    expect(needed.sort()).toEqual(["app", "price"]);
  });

  test("gains most before everybody is treated, because some are put off", () => {
    const curve = result.curve!.uplift!;
    expect(curve[0]).toBe(0);
    expect(Math.max(...curve)).toBeGreaterThan(1.2 * curve.at(-1)!);
    expect(curve.at(-1)).toBeCloseTo(result.curve!.propensity.at(-1)!, 10);
  });
});

test("where the offer changes nothing, nothing is claimed", () => {
  let told = 0;
  for (let seed = 1; seed <= 12; seed++) {
    const { input, treated } = plantUplift(6000, seed, { strength: 0 });
    const result = measureUplift({ input, treated, propensity, onlyForLot });
    if (result.told && result.qini!.uplift!.low > 0) told++;
    expect(result.fields.length).toBeGreaterThan(0);
  }
  expect(told).toBe(0);
});

test("an offer that went to the loyal was not drawn by lot, and its uplift is not claimed", () => {
  const { input, treated } = plantUplift(6000, 2, { byLot: false });
  const result = measureUplift({ input, treated, propensity, onlyForLot });
  expect(result.treatedToldBy).toContain("loyal");
  expect(result).toMatchObject({ told: null, qini: null, curve: null });
  const apart = measureUplift({
    input,
    treated,
    propensity: { ...propensity, fields: ["visits"] },
    onlyForLot: ["loyal"],
  });
  expect(apart.treatedToldBy).toContain("loyal");
});

test("too few are told how many would do", () => {
  const { input, treated } = plantUplift(1500, 4, { strength: 0.4 });
  const result = measureUplift({ input, treated, propensity, onlyForLot });
  expect(result.told).toBe(false);
  expect(result.qini!.uplift).toBeNull();
  expect(result.enough).toBeGreaterThan(1500);
});

test("the same records give the same figures", () => {
  const { input, treated } = plantUplift(5000, 3);
  expect(measureUplift({ input, treated, propensity, onlyForLot })).toEqual(
    measureUplift({ input, treated, propensity, onlyForLot }),
  );
});

describe("the arithmetic of a Qini coefficient", () => {
  const { input, treated, effect } = plantUplift(3000, 5);
  const random = seededRandom(9);
  const score = effect.map((one) => one + 0.2 * random());
  const effects = transform(input.outcome, treated, nobodyExpected(input.records));

  test("is that of the slow way", () => {
    expect(qini(effects, score).value).toBeCloseTo(plainQini(input.outcome, treated, score), 10);
    expect(qini(effects, new Float64Array(input.records)).value).toBeCloseTo(0, 12);
  });

  test("is the area over the line of the curve that is drawn", () => {
    const curve = upliftCurve(effects, score, input.records);
    const all = curve.at(-1)!;
    const area = curve.slice(1).reduce((sum, g, k) => sum + (g + curve[k]!) / 2 / input.records, 0);
    expect(area - all / 2).toBeCloseTo(qini(effects, score).value, 10);
  });

  test("has an error that falls as that of dealing the records out again", () => {
    const { value, low, high } = qiniOf(qini(effects, score));
    const again = Array.from({ length: 200 }, () => {
      const rows = Uint32Array.from({ length: effects.length }, () => Math.floor(random() * effects.length));
      return qini(
        Float64Array.from(rows, (i) => effects[i]!),
        Float64Array.from(rows, (i) => score[i]!),
      ).value;
    });
    const mean = again.reduce((sum, one) => sum + one, 0) / again.length;
    const spread = Math.sqrt(again.reduce((sum, one) => sum + (one - mean) ** 2, 0) / again.length);
    expect((high - low) / 2 / 1.96 / spread).toBeGreaterThan(0.85);
    expect((high - low) / 2 / 1.96 / spread).toBeLessThan(1.15);
    expect(Math.abs(mean - value)).toBeLessThan(spread / 2);
  });

  test("covers the truth in about 95 of 100 draws, and so does the average effect", () => {
    let [ofQini, ofAverage] = [0, 0];
    const draws = 120;
    for (let seed = 1; seed <= draws; seed++) {
      const one = plantUplift(1500, 1000 + seed);
      const truth = qini(one.effect, one.effect).value;
      const told = qiniOf(qini(transform(one.input.outcome, one.treated, nobodyExpected(1500)), one.effect));
      if (told.low <= truth && truth <= told.high) ofQini++;
      const average = one.effect.reduce((sum, e) => sum + e, 0) / 1500;
      const found = ratesOf(one.input.outcome, one.treated).average;
      if (found.low <= average && average <= found.high) ofAverage++;
    }
    expect(ofQini / draws).toBeGreaterThan(0.88);
    expect(ofAverage / draws).toBeGreaterThan(0.88);
  });
});
