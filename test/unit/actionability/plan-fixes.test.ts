import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  type Effort,
  effortPoints,
  planFixes,
  type Remedy,
  type WaysOut,
} from "../../../server/actionability/fixes/plan-fixes.ts";
import { jointGains, stageLosses } from "../../../server/actionability/fixes/stage-losses.ts";
import { bit, countPassing, middleStages, requiredMask } from "../../../server/actionability/stage-masks.ts";

const masks = fc
  .uniqueArray(fc.record({ mask: fc.integer({ min: 0, max: 255 }), units: fc.integer({ min: 1, max: 500 }) }), {
    minLength: 1,
    maxLength: 60,
    selector: ({ mask }) => mask,
  })
  // one and the same channel cannot be agreed and reachable where none is
  .map((rows) =>
    rows.map(({ mask, units }) => ({
      mask: (mask & bit.agreed) !== 0 && (mask & bit.reachable) !== 0 ? mask : mask & ~bit.oneChannel,
      units,
    })),
  );
const stages = fc.subarray([...middleStages], { minLength: 1 });

describe("what each stage costs", () => {
  test("the fair shares sum to everything the funnel loses", () => {
    fc.assert(
      fc.property(masks, stages, (counts, measured) => {
        const lost = countPassing(counts, 0) - countPassing(counts, requiredMask(measured));
        const shares = stageLosses(counts, measured).reduce((sum, { share }) => sum + share, 0);
        expect(shares).toBeCloseTo(lost, 6);
      }),
    );
  });

  test("a fair share is the mean over every order in which the stages could stand", () => {
    fc.assert(
      fc.property(masks, fc.subarray([...middleStages], { minLength: 1, maxLength: 4 }), (counts, measured) => {
        const orders = permutations(measured);
        for (const { stage, share } of stageLosses(counts, measured)) {
          const lost = orders.map((order) => {
            const before = order.slice(0, order.indexOf(stage));
            return countPassing(counts, requiredMask(before)) - countPassing(counts, requiredMask([...before, stage]));
          });
          expect(share).toBeCloseTo(lost.reduce((sum, one) => sum + one, 0) / orders.length, 6);
        }
      }),
      { numRuns: 40 },
    );
  });

  test("a pair brings back whoever is stopped by these two and by nothing else", () => {
    const all = requiredMask(middleStages) | bit.notHeldBack;
    const counts = [
      { mask: all, units: 10 },
      { mask: all & ~bit.fresh, units: 3 },
      { mask: all & ~bit.fresh & ~bit.inTime, units: 5 },
      { mask: all & ~bit.fresh & ~bit.inTime & ~bit.present, units: 7 },
    ];
    const pairs = jointGains(counts, middleStages);
    expect(pairs).toEqual([{ stages: ["fresh", "in-time"], gain: 8 }]);
  });
});

function permutations<T>(list: readonly T[]): readonly (readonly T[])[] {
  if (list.length < 2) return [list];
  return list.flatMap((first, place) =>
    permutations(list.filter((_, at) => at !== place)).map((rest) => [first, ...rest]),
  );
}

const efforts: readonly Effort[] = ["small", "medium", "large"];
const problem = fc.integer({ min: 1, max: 6 }).chain((size) =>
  fc.record({
    efforts: fc.array(fc.constantFrom(...efforts), { minLength: size, maxLength: size }),
    groups: fc.array(
      fc.record({
        units: fc.integer({ min: 1, max: 50 }),
        ways: fc.array(fc.integer({ min: 0, max: 2 ** size - 1 }), { maxLength: 3 }),
      }),
      { minLength: 1, maxLength: 12 },
    ),
    wish: fc.double({ min: 0, max: 1, noNaN: true }),
  }),
);

describe("the cheapest set of fixes", () => {
  test("is that of trying every set, one unit after the other", () => {
    fc.assert(
      fc.property(problem, ({ efforts: levels, groups, wish }) => {
        const remedies = levels.map(remedyOf);
        const known = groups.reduce((sum, { units }) => sum + units, 0);
        const acted = groups.reduce((sum, { units, ways }) => (ways.includes(0) ? sum + units : sum), 0);
        const plan = planFixes(
          { remedies, groups, known, acted },
          { efforts: [], goal: { key: "g", wishedShare: wish } },
        );
        if (!plan) throw new Error("There is something to mend.");
        const tried = everySet(levels, groups);
        for (const step of plan.steps) {
          const most = Math.max(...tried.filter(({ effort }) => effort <= step.effort).map(({ acted }) => acted));
          expect(step.shareAfter).toBeCloseTo(most / known, 9);
        }
        const reaching = tried.filter(
          ({ acted: after, set }) => set.length && after > acted && after / known >= wish - 1e-9,
        );
        const least = reaching.length ? Math.min(...reaching.map(({ effort }) => effort)) : null;
        expect(plan.cheapest?.effort ?? null).toBe(least);
        expect(plan.together.gain + acted).toBe(tried.at(-1)?.acted);
        for (const { key, gain } of plan.fixes) {
          expect(gain + acted).toBe(tried.find(({ set }) => set.length === 1 && `${set[0]}` === key)?.acted);
        }
      }),
      { numRuns: 200 },
    );
  });
});

describe("what a person says of the plan", () => {
  // Fix 0 brings 30 of 100, fix 1 20; both together 60.
  const groups = [
    { units: 10, ways: [0] },
    { units: 30, ways: [0b01] },
    { units: 20, ways: [0b10] },
    { units: 10, ways: [0b11] },
    { units: 30, ways: [] },
  ];
  const mending = { remedies: [remedyOf("large", 0), remedyOf("small", 1)], groups, known: 100, acted: 10 };
  const said = { by: "Ann", at: "2026-11-20" };

  test("an effort for this goal stands over one for every goal, and that over the usual one", () => {
    const efforts = [
      { fix: "0", points: 5, ...said },
      { fix: "0", goal: "g", points: 2, ...said },
      { fix: "1", goal: "another", points: 0, ...said },
    ];
    const plan = planFixes(mending, { efforts, goal: { key: "g" } });
    expect(plan?.fixes).toMatchObject([
      { key: "0", points: 2, by: "Ann" },
      { key: "1", points: 1, by: null },
    ]);
    expect(plan?.together.effort).toBe(3);
    expect(planFixes(mending, { efforts, goal: { key: "h" } })?.fixes[0]).toMatchObject({ points: 5 });
  });

  test("the cheapest set is the one that reaches the wished share, and follows what the fixes cost", () => {
    const wish = { key: "g", wishedShare: 0.3 };
    expect(planFixes(mending, { efforts: [], goal: wish })).toMatchObject({
      wished: true,
      wishedShare: 0.3,
      shareNow: 0.1,
      cheapest: { fixes: [1], effort: 1, shareAfter: 0.3 },
    });
    const efforts = [{ fix: "1", points: 9, ...said }];
    expect(planFixes(mending, { efforts, goal: wish })?.cheapest).toMatchObject({ fixes: [0], effort: 8 });
    expect(planFixes(mending, { efforts, goal: { key: "g", wishedShare: 0.8 } })?.cheapest).toBeNull();
  });
});

function remedyOf(effort: Effort, place: number): Remedy {
  return { key: `${place}`, stage: "fresh", fix: `Fix ${place}`, effort, note: null };
}

/** Every set of fixes as a list of places, the whole set last. */
function everySet(levels: readonly Effort[], groups: readonly WaysOut[]) {
  const sets = levels.reduce<readonly (readonly number[])[]>(
    (sets, _, place) => sets.concat(sets.map((set) => [...set, place])),
    [[]],
  );
  return sets.map((set) => {
    let acted = 0;
    for (const { units, ways } of groups) {
      for (let unit = 0; unit < units; unit++) {
        const mended = ways.some((way) => levels.every((_, place) => !((way >> place) % 2) || set.includes(place)));
        if (mended) acted++;
      }
    }
    return { set, acted, effort: set.reduce((sum, place) => sum + effortPoints[levels[place] ?? "large"], 0) };
  });
}
