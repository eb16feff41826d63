import { describe, expect, test } from "vitest";
import { confirmByTime } from "../../../server/model/history/confirm-by-time.ts";
import { depthCurve } from "../../../server/model/history/depth-curve.ts";
import { eventDepth } from "../../../server/model/history/event-depth.ts";
import { monthsBefore, monthsBetween, pastsWithin } from "../../../server/model/history/in-time-order.ts";
import { recordDepth } from "../../../server/model/history/record-depth.ts";
import { modelInput } from "../../support/model-input.ts";
import { seededRandom } from "../../support/seeded-random.ts";

const set = { kept: ["says", "also"], lambda: 1, pairs: [] };
const start = Date.UTC(2023, 0, 1);
const month = (365.25 / 12) * 86_400_000;

/** Records over 36 months, of which the field says much; what it says is turned round `turned` months before the end. */
function dated(records: number, turned: number) {
  const random = seededRandom(11);
  const times = Float64Array.from({ length: records }, () => start + random() * 36 * month);
  const says = Array.from({ length: records }, () => Math.floor(random() * 4));
  const also = Array.from({ length: records }, () => Math.floor(random() * 3));
  const outcome = says.map((code, i) => {
    const old = times[i]! < start + (36 - turned) * month;
    const odds = (old ? -1 : 1) * (code - 1.5) * 0.9 + 0.3 * also[i]! - 0.8;
    return random() < 1 / (1 + Math.exp(-odds)) ? 1 : 0;
  });
  return { input: modelInput({ says: { codes: says }, also: { codes: also } }, outcome), times };
}

describe("months", () => {
  test("go back to the same day, or the last one of a shorter month", () => {
    const back = (time: string, months: number) => new Date(monthsBefore(Date.parse(time), months)).toISOString();
    expect(back("2026-03-31T10:00:00Z", 1)).toBe("2026-02-28T10:00:00.000Z");
    expect(back("2026-05-15T00:00:00Z", 12)).toBe("2025-05-15T00:00:00.000Z");
    expect(monthsBetween(Date.parse("1997-01-01"), Date.parse("1998-04-01"))).toBe(15);
  });

  test("are tried as far as the past goes back, and where there is no shorter past nothing is tried", () => {
    expect(pastsWithin(15)).toEqual([1, 2, 3, 6, 12, 15]);
    expect(pastsWithin(12.2)).toEqual([1, 2, 3, 6, 12.2]);
    expect(pastsWithin(1)).toEqual([]);
  });
});

describe("a shorter past against the best", () => {
  const weighted = { records: 2000, weight: null, totalWeight: 2000 };
  const losses = (mean: number) => Float64Array.from({ length: 2000 }, (_, i) => mean + (i % 2 ? 0.05 : -0.05));

  test("is enough where the bound of its loss stays within what may be lost", () => {
    const pasts = [0.46, 0.4101, 0.41].map((mean, place) => ({ months: [1, 3, 6][place]!, losses: losses(mean) }));
    const curve = depthCurve(weighted, losses(0.5), pasts, 0.98);
    expect(curve?.points.map(({ enough }) => enough)).toEqual([false, true, true]);
    expect(curve?.needed).toBe(3);
    expect(curve!.points[0]!.told.value).toBeCloseTo(1 - 0.05 / 0.09, 9);
    expect(curve?.olderHurts).toBe(false);
  });

  test("older data hurt where all there is does worse for certain", () => {
    const pasts = [0.41, 0.43].map((mean, place) => ({ months: [3, 24][place]!, losses: losses(mean) }));
    expect(depthCurve(weighted, losses(0.5), pasts, 0.98)).toMatchObject({ needed: 3, olderHurts: true });
  });

  test("says nothing where even the best is not clear of the base rate", () => {
    const pasts = [1, 2].map((months) => ({ months, losses: losses(0.5) }));
    expect(depthCurve(weighted, losses(0.5), pasts, 0.98)).toBeNull();
  });
});

describe("customers whose outcome is dated", () => {
  test("where things stay as they are, much of the past is as good as all of it, and nothing hurts", () => {
    const curve = recordDepth({ ...dated(24_000, 36), ...set });
    expect(curve?.olderHurts).toBe(false);
    expect(curve!.needed).toBeLessThan(curve!.points.at(-1)!.months);
    expect(curve!.points.at(-1)!.enough).toBe(true);
  });

  test("where they have turned round, older customers hurt, and a short past is needed", () => {
    const curve = recordDepth({ ...dated(24_000, 18), ...set });
    expect(curve?.olderHurts).toBe(true);
    expect(curve!.needed).toBeLessThanOrEqual(6);
    expect(curve!.points.at(-1)!.enough).toBe(false);
  });

  test("a record without a time plays no part", () => {
    const { input, times } = dated(9000, 36);
    const some = times.map((time, i) => (i % 3 ? time : Number.NaN));
    const outcome = input.outcome.map((y, i) => (i % 3 ? y : 1 - y));
    const one = recordDepth({ input, times: some, ...set });
    expect(recordDepth({ input: { ...input, outcome }, times: some, ...set })).toEqual(one);
    expect(one).not.toBeNull();
  });
});

describe("events in the last months only", () => {
  const random = seededRandom(4);
  const monthOfLast = Array.from({ length: 6000 }, () => Math.floor(random() * 12));
  const outcome = monthOfLast.map((months) => (random() < (months < 3 ? 0.6 : 0.15) ? 1 : 0));
  const pasts = [1, 2, 3, 6, 12].map((months) => ({
    months,
    input: modelInput(
      { last: { codes: monthOfLast.map((one) => (one < months ? one + 1 : 0)), ordered: true } },
      outcome,
    ),
  }));

  test("as many months are needed as the outcome looks back, and no more", () => {
    const curve = eventDepth({ pasts, pairs: [], lambda: 1 });
    expect(curve?.needed).toBe(3);
    expect(curve!.points[0]!.enough).toBe(false);
    expect(curve?.olderHurts).toBe(false);
  });
});

describe("learned from the past, tested on what came later", () => {
  const names = {
    kept: { fields: ["says"], lambda: 1 },
    reference: { fields: ["says", "also"], lambda: 1 },
    pairs: [],
  };

  test("a set that misses nothing keeps its share", () => {
    const { input, times } = dated(12_000, 36);
    const later = Uint8Array.from(times, (time) => (time >= start + 27 * month ? 1 : 0));
    const { records, keptShare } = confirmByTime({
      input,
      later,
      ...names,
      kept: { fields: ["says", "also"], lambda: 1 },
    });
    expect(records).toBe(later.reduce((sum, one) => sum + one, 0));
    expect(keptShare.value).toBeCloseTo(1, 9);
  });

  test("one that leaves something out does not, and says how far", () => {
    const { input, times } = dated(12_000, 36);
    const later = Uint8Array.from(times, (time) => (time >= start + 27 * month ? 1 : 0));
    const { keptShare } = confirmByTime({ input, later, ...names });
    expect(keptShare.value).toBeLessThan(0.98);
    expect(keptShare.high).toBeGreaterThan(keptShare.value);
  });

  test("where the world has turned round, nothing is kept", () => {
    const { input, times } = dated(12_000, 9);
    const later = Uint8Array.from(times, (time) => (time >= start + 27 * month ? 1 : 0));
    expect(confirmByTime({ input, later, ...names }).keptShare).toEqual({ value: 0, low: 0, high: 0 });
  });
});
