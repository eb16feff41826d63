import { describe, expect, test } from "vitest";
import { fitCurve, recordsFor } from "../../../server/model/history/learning-curve.ts";
import { lossesBySize } from "../../../server/model/history/losses-by-size.ts";
import { rowCurve } from "../../../server/model/history/row-curve.ts";
import type { ModelInput } from "../../../server/model/model-input.ts";
import { fitTable, realTables } from "../../support/fit-real-table.ts";
import { modelInput } from "../../support/model-input.ts";
import { plainLogistic, plainLogOdds } from "../../support/plain-logistic.ts";
import { plantTruth } from "../../support/planted-truth.ts";
import { seededRandom } from "../../support/seeded-random.ts";

const kept = ["strong1", "strong2", "region", "spend", "tenure", "age", "member"];
const set = { kept, lambda: 3, pairs: [] };

function only(input: ModelInput, names: readonly string[]): ModelInput {
  return { ...input, fields: input.fields.filter(({ name }) => names.includes(name)) };
}

/** One field of two values that says almost everything: nobody needs many records to learn it. */
function easy(records: number): ModelInput {
  const random = seededRandom(5);
  const codes = Array.from({ length: records }, () => (random() < 0.5 ? 1 : 0));
  const outcome = codes.map((code) => (random() < (code ? 0.8 : 0.2) ? 1 : 0));
  return modelInput({ says: { codes } }, outcome);
}

describe("a power law", () => {
  test("is found again from points on it", () => {
    const points = [1000, 2000, 4000, 8000].map((records) => ({
      records,
      subsets: 1,
      loss: 0.4 + 3 * records ** -0.65,
    }));
    const { end, rise, speed } = fitCurve(points);
    expect(end).toBeCloseTo(0.4, 6);
    expect(rise).toBeCloseTo(3, 4);
    expect(speed).toBeCloseTo(0.65, 6);
  });

  test("says how many records bring a share of its whole way", () => {
    const needed = recordsFor({ end: 0.4, rise: 3, speed: 0.5 }, 0.5, 0.98);
    expect(0.5 - (0.4 + 3 * needed ** -0.5)).toBeCloseTo(0.98 * 0.1, 9);
  });

  test("never rises, and never ends below nothing", () => {
    const rising = [1, 2, 3, 4].map((place) => ({ records: 500 * 2 ** place, subsets: 1, loss: 0.3 + place / 100 }));
    expect(fitCurve(rising).rise).toBe(0);
    const steep = [0.4, 0.2, 0.1, 0.01].map((loss, place) => ({ records: 500 * 2 ** place, subsets: 1, loss }));
    expect(fitCurve(steep).end).toBeGreaterThanOrEqual(0);
  });
});

describe("the kept set learns from fewer and fewer records", () => {
  const { input } = plantTruth(8000, 3);

  test("each size is fitted on up to six subsets without a record in common, and the loss falls", () => {
    const curve = rowCurve({ input, ...set });
    expect(curve?.points.map(({ records, subsets }) => [records, subsets])).toEqual([
      [200, 6],
      [400, 6],
      [800, 6],
      [1600, 4],
      [3200, 2],
      [6400, 1],
    ]);
    const losses = curve!.points.map(({ loss }) => loss);
    expect(losses).toEqual([...losses].sort((a, b) => b - a));
    expect(curve!.points.filter(({ fitted }) => fitted)).toHaveLength(4);
    expect(curve!.lastHalf.low).toBeLessThan(curve!.lastHalf.value);
  });

  test("the last doubling is foretold by the ones before, within 3 % of the gain", () => {
    const points = rowCurve({ input, ...set })!.points;
    const { end, rise, speed } = fitCurve(points.slice(1, -1));
    const last = points.at(-1)!;
    const gain = (points[0]!.loss - last.loss) / (1 - points[0]!.share);
    expect(Math.abs(end + rise * last.records ** -speed - last.loss) / gain).toBeLessThan(0.03);
  });

  test("is the same again, and the order of the fields does not matter", () => {
    const turned = { ...input, fields: [...input.fields].reverse() };
    const [one, other] = [rowCurve({ input, ...set }), rowCurve({ input: turned, ...set })];
    expect(other!.points.map(({ loss }) => loss.toFixed(9))).toEqual(one!.points.map(({ loss }) => loss.toFixed(9)));
    expect(rowCurve({ input, ...set })).toEqual(one);
  });
});

test("many fields and few customers: more would still help", () => {
  const { input } = plantTruth(2500, 1);
  const curve = rowCurve({ input, kept: input.fields.map(({ name }) => name), lambda: 1, pairs: [] });
  expect(curve?.state).toBe("more-helps");
  expect(curve!.needed.low).toBeGreaterThan(curve!.points.at(-1)!.records);
});

test("one plain field and many customers: there are enough", () => {
  const curve = rowCurve({ input: easy(8000), kept: ["says"], lambda: 1, pairs: [] });
  expect(curve?.state).toBe("enough");
  expect(curve!.needed.high).toBeLessThanOrEqual(curve!.points.at(-1)!.records);
});

test("where most records cannot be left out there is no curve", () => {
  expect(rowCurve({ input: plantTruth(800, 1).input, ...set })).toBeNull();
});

test("the loss of a part is what a slow model, fitted on that part, says", () => {
  const input = only(plantTruth(1500, 8).input, ["strong1", "member"]);
  const sizes = lossesBySize(input, { kept: ["strong1", "member"], lambda: 1, pairs: [] });
  const ranks = [0, 0];
  const outside = [...input.outcome.keys()].filter((i) => input.fold[i] !== 0);
  const quarter = outside.filter((i) => ranks[input.outcome[i]!]!++ % 4 === 1);
  const beta = plainLogistic(input, 1, quarter);
  const tested = [...input.outcome.keys()].filter((i) => input.fold[i] === 0);
  const losses = tested.map((i) => {
    const odds = plainLogOdds(input, beta, i);
    return Math.log1p(Math.exp(input.outcome[i]! > 0 ? -odds : odds));
  });
  const found = sizes.find(({ subsets }) => subsets === 4)!.each[1]!.subarray(0, tested.length);
  for (const [place, loss] of losses.entries()) expect(found[place]!).toBeCloseTo(loss, 3);
});

test.skipIf(!realTables)("telco: about 7,500 customers, known no better than within a factor of two", async () => {
  const { input, result } = await fitTable("telco-churn/Telco-Customer-Churn.csv", `"Churn" = 'Yes'`, "customerID", [
    "Churn",
    "PhoneService",
  ]);
  const curve = rowCurve({ input, kept: result.kept, lambda: result.lambda, pairs: result.pairs });
  expect(curve!.needed.value).toBeGreaterThan(5000);
  expect(curve!.needed.value).toBeLessThan(11_000);
  expect(curve!.lastHalf.value).toBeLessThan(0.03);
});
