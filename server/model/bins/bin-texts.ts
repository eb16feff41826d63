import { type Bin, type FieldBins, smallestBin } from "./field-bins.ts";

const valuesKept = 31;

export interface TextBins extends FieldBins {
  readonly codeOf: ReadonlyMap<string, number>;
  /** of every value without a bin of its own */
  readonly otherCode: number;
}

/** The 31 commonest values with enough records each, the rest as one "other" bin. Depends on the counts alone. */
export function binTexts(name: string, valueCounts: ReadonlyMap<string, number>, emptyCount: number): TextBins {
  let records = emptyCount;
  for (const count of valueCounts.values()) records += count;
  const least = smallestBin(records);
  const kept = [...valueCounts]
    .filter(([, count]) => count >= least)
    .sort(([a, countOfA], [b, countOfB]) => countOfB - countOfA || (a < b ? -1 : 1))
    .slice(0, valuesKept);
  const bins: Bin[] = [{ kind: "empty" }, ...kept.map(([value]): Bin => ({ kind: "value", value }))];
  const counts = [emptyCount, ...kept.map(([, count]) => count)];
  const otherCount = records - counts.reduce((sum, count) => sum + count, 0);
  if (otherCount > 0) {
    bins.push({ kind: "other" });
    counts.push(otherCount);
  }
  return {
    name,
    ordered: false,
    bins,
    counts,
    codeOf: new Map(kept.map(([value], index) => [value, index + 1])),
    otherCode: otherCount > 0 ? kept.length + 1 : 0,
  };
}
