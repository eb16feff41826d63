import { type Bin, type FieldBins, smallestBin } from "./field-bins.ts";

const quantileBins = 16;
const fewValues = 31;
/** share of the records from which a single value gets a bin of its own: a money field that is mostly zero keeps its shape */
const spikeShare = 0.1;

export interface NumberBins extends FieldBins {
  /** largest value of each bin but the last, ascending; code = 1 + index of the first that is not smaller */
  readonly uppers: Float64Array;
}

interface Run {
  from: number;
  to: number;
  count: number;
  readonly alone: boolean;
}

/**
 * One bin per value where there are few values; else any value with 10 % of the records alone and the rest in 16
 * quantile bins, cut where such a value stands between. Neighbours below the smallest bin are joined.
 * @param values NaN is the empty cell; not changed
 */
export function binNumbers(name: string, values: Float64Array): NumberBins {
  const filled = values.filter((value) => !Number.isNaN(value)).sort();
  const distinct = countDistinct(filled);
  const few = distinct.counts.length <= fewValues;
  const runs = few ? oneEach(distinct) : cutQuantiles(distinct, filled.length, values.length);
  const joined = joinSmall(runs, smallestBin(values.length));
  return {
    name,
    ordered: true,
    bins: [{ kind: "empty" }, ...joined.map(({ from, to }): Bin => ({ kind: "range", from, to }))],
    counts: [values.length - filled.length, ...joined.map((run) => run.count)],
    uppers: Float64Array.from(joined.slice(0, -1), (run) => run.to),
  };
}

/** The code of one value by binary search. */
export function codeOfNumber(uppers: Float64Array, value: number): number {
  let low = 0;
  let high = uppers.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (uppers[middle]! >= value) high = middle;
    else low = middle + 1;
  }
  return low + 1;
}

interface Distinct {
  readonly values: Float64Array;
  readonly counts: Uint32Array;
}

function countDistinct(sorted: Float64Array): Distinct {
  const values = new Float64Array(sorted.length);
  const counts = new Uint32Array(sorted.length);
  let found = 0;
  for (let i = 0; i < sorted.length; i++) {
    const value = sorted[i]!;
    if (i === 0 || value !== sorted[i - 1]) values[found++] = value;
    counts[found - 1]! += 1;
  }
  return { values: values.subarray(0, found), counts: counts.subarray(0, found) };
}

function oneEach({ values, counts }: Distinct): Run[] {
  return Array.from(values, (value, i) => ({ from: value, to: value, count: counts[i]!, alone: false }));
}

function cutQuantiles({ values, counts }: Distinct, filled: number, records: number): Run[] {
  const spike = spikeShare * records;
  const rest = filled - counts.reduce((sum, count) => sum + (count >= spike ? count : 0), 0);
  const runs: Run[] = [];
  let below = 0;
  let lastQuantile = -1;
  for (let i = 0; i < values.length; i++) {
    const [value, count] = [values[i]!, counts[i]!];
    if (count >= spike) {
      runs.push({ from: value, to: value, count, alone: true });
      lastQuantile = -1;
      continue;
    }
    const quantile = Math.min(quantileBins - 1, Math.floor((quantileBins * (below + count / 2)) / rest));
    below += count;
    const last = runs.at(-1);
    if (last && quantile === lastQuantile) {
      last.to = value;
      last.count += count;
    } else runs.push({ from: value, to: value, count, alone: false });
    lastQuantile = quantile;
  }
  return runs;
}

/** Joins each run below `least` with its smaller neighbour; one that stands alone only where nothing else is beside it. */
function joinSmall(runs: Run[], least: number): Run[] {
  const joined = [...runs];
  for (;;) {
    let smallest = -1;
    for (let i = 0; i < joined.length; i++) {
      const count = joined[i]!.count;
      if (count < least && (smallest < 0 || count < joined[smallest]!.count)) smallest = i;
    }
    if (smallest < 0 || joined.length < 2) return joined;
    const into = neighbourFor(joined, smallest);
    const [first, second] = into < smallest ? [into, smallest] : [smallest, into];
    const a = joined[first]!;
    const b = joined[second]!;
    joined.splice(first, 2, { from: a.from, to: b.to, count: a.count + b.count, alone: a.alone || b.alone });
  }
}

function neighbourFor(runs: readonly Run[], index: number): number {
  const before = runs[index - 1];
  const after = runs[index + 1];
  if (!before) return index + 1;
  if (!after) return index - 1;
  if (before.alone !== after.alone) return before.alone ? index + 1 : index - 1;
  return before.count <= after.count ? index - 1 : index + 1;
}
