import type { Confirmation } from "../../model/confirm-set.ts";
import type { ModelInput } from "../../model/model-input.ts";
import { around, z90 } from "../../model/statistics/intervals.ts";
import type { ByTime } from "./history.ts";

const nothing = { value: 0, error: 0 };

/**
 * @param from the moment from which on records are of the later time
 * @param whole the gain out of fold, of records of the same time
 */
export function byTime(
  from: string,
  { records, keptShare, gain = nothing }: Confirmation,
  whole: number,
  keep: number,
): ByTime {
  const { value, low, high = value } = keptShare;
  return {
    from: from.slice(0, 10),
    records,
    keptShare: { value, low, high },
    told: around(gain.value / whole, gain.error / whole, z90),
    holds: low >= keep ? true : high < keep ? false : null,
  };
}

/** Records of the rarer answer at the earlier time (0) or the later (1); of numbers half of them. */
export function rarerAt(
  { outcome, measure }: Pick<ModelInput, "outcome" | "measure">,
  later: Uint8Array,
  time: number,
): number {
  let [records, positives] = [0, 0];
  for (const [i, y] of outcome.entries()) {
    if (later[i] !== time) continue;
    records++;
    if (y > 0) positives++;
  }
  return measure === "auc" ? Math.min(positives, records - positives) : records / 2;
}
