import type { Progress } from "../../jobs/serve-tasks.ts";
import type { Estimate } from "../../vocabulary.ts";
import type { ModelInput } from "../model-input.ts";
import { seededNumbers } from "../statistics/seeded-numbers.ts";
import { type CurvePoint, fitCurve, recordsFor } from "./learning-curve.ts";
import { lossesBySize, type SizeLosses } from "./losses-by-size.ts";

/** What to fit on fewer and fewer records. Fields and pairs are named. */
export interface RowCurveInput {
  readonly input: ModelInput;
  readonly kept: readonly string[];
  readonly lambda: number;
  readonly pairs: readonly (readonly [string, string])[];
}

/** How much the kept set learns from so many records (method §10). */
export interface RowCurve {
  /** smallest first; the last stands for all records but those it is tested on */
  readonly points: readonly RowPoint[];
  /** share of the gain with all records that the second half of them brought, with its 90 % interval */
  readonly lastHalf: Estimate;
  /** more-helps: it takes more than there are; enough: it does not, or the number is known within a factor of two */
  readonly state: "enough" | "more-helps" | "unclear";
  /** records that bring `share` of what any number of them could, with a 90 % interval; cut off at four times as many as
   * there are */
  readonly needed: Estimate;
  readonly share: number;
}

export interface RowPoint {
  readonly records: number;
  /** subsets without a record in common that were fitted, on each test set */
  readonly subsets: number;
  readonly loss: number;
  /** of the gain with all records */
  readonly share: number;
  /** is it one of those that the curve was fitted to? */
  readonly fitted: boolean;
}

/** Power laws flatter more data, the more the further they look back and ahead (Shanmugam et al.). */
const pointsFitted = 4;
const furthest = 4;
const draws = 200;
/** An interval that spans more than this leaves the number unclear. */
const widest = 2;

/** Null where there are too few records to leave out most of them. Pure and in a fixed order. */
export function rowCurve(
  { input, kept, lambda, pairs }: RowCurveInput,
  progress: Progress = () => undefined,
): RowCurve | null {
  progress(0, 1, "Learning from fewer customers");
  const { seed, keep } = input.settings;
  const sizes = lossesBySize(input, { kept, lambda, pairs });
  const all = sizes.at(-1);
  if (!all || sizes.length < pointsFitted) return null;
  const gain = all.base - all.loss;
  if (gain <= 0) return null;
  const last = sizes.slice(-pointsFitted);
  const samples = resample(last, seed);
  const needs = samples.map((points) => neededOf(points, keep));
  const spans = span(needs);
  const here = neededOf(last, keep);
  const halves = span(samples.map((points) => bought(points)));
  const lastHalf = { value: bought(last), low: halves.low, high: halves.high };
  progress(1, 1, "Done");
  return {
    points: sizes.map(({ records, subsets, loss }, place) => ({
      records,
      subsets,
      loss,
      share: (all.base - loss) / gain,
      fitted: place >= sizes.length - pointsFitted,
    })),
    lastHalf,
    ...judge({ value: here, ...spans }, all.records),
    share: keep,
  };
}

/** A size's mean losses, as they are or drawn anew. */
type Point = CurvePoint & { readonly base: number };

function judge(needed: Estimate, records: number): Pick<RowCurve, "state" | "needed"> {
  if (needed.low > records) return { state: "more-helps", needed };
  const narrow = needed.high < furthest * records && needed.high <= widest * needed.low;
  return { state: narrow || needed.high <= records ? "enough" : "unclear", needed };
}

/** Records at which the curve has `share` of the gain that it ends at; four times as many as there are where it takes more. */
function neededOf(points: readonly Point[], share: number): number {
  const most = furthest * points.at(-1)!.records;
  const curve = fitCurve(points);
  return Math.min(most, recordsFor(curve, points.at(-1)!.base, share));
}

/** Share of the gain that the last doubling brought. */
function bought(points: readonly Point[]): number {
  const [half, all] = [points.at(-2)!, points.at(-1)!];
  return (half.loss - all.loss) / (all.base - all.loss);
}

/** The points as they would be with other test records and other subsets: both are drawn again with replacement. */
function resample(sizes: readonly SizeLosses[], seed: number): Point[][] {
  const random = seededNumbers(seed * 7907 + 11);
  const records = sizes[0]!.tested;
  const times = new Float64Array(records);
  const meanOf = (losses: Float64Array) => {
    let [sum, weight] = [0, 0];
    for (let i = 0; i < records; i++) {
      sum += times[i]! * losses[i]!;
      weight += times[i]!;
    }
    return sum / weight;
  };
  return Array.from({ length: draws }, () => {
    times.fill(0);
    for (let i = 0; i < records; i++) {
      const place = Math.floor(random() * records);
      times[place]! += sizes[0]!.weight?.[place] ?? 1;
    }
    const base = meanOf(sizes[0]!.baseLosses);
    return sizes.map(({ records, subsets, each }) => {
      const drawn = each.map(() => each[Math.floor(random() * each.length)]!);
      const means = new Map([...new Set(drawn)].map((losses) => [losses, meanOf(losses)]));
      const loss = drawn.reduce((sum, losses) => sum + means.get(losses)!, 0) / drawn.length;
      return { records, subsets, loss, base };
    });
  });
}

/** The middle 90 of 100. */
function span(values: readonly number[]): { low: number; high: number } {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (share: number) => sorted[Math.floor(share * (sorted.length - 1))]!;
  return { low: at(0.05), high: at(0.95) };
}
