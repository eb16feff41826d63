import type { Estimate, Performance } from "../../vocabulary.ts";
import type { CrossFit } from "../fitting/cross-fit.ts";
import { wilson, z95 } from "../statistics/intervals.ts";
import { areaOf, descending, foundInTop, inTopShare } from "../statistics/ranking.ts";
import { areaParts } from "./area-parts.ts";
import type { ValueFits } from "./unite-sets.ts";

/** A table too wide to be fitted whole is spoken for by the best that was. */
export function allFieldsOf({ full, reference }: ValueFits, tested: number): CrossFit {
  return full.layout.fields.length === tested ? full : reference;
}

/** The mean over the values, each counted by its records. */
export function performanceOf(
  each: readonly ValueFits[],
  keptShare: Performance["keptShare"],
  tested: number,
): Performance {
  const all = each.map((one) => ({ design: one.design, eta: allFieldsOf(one, tested).eta }));
  const kept = each.map(({ design, kept: { eta } }) => ({ design, eta }));
  return {
    measure: "auc",
    allFields: meanArea(all),
    keptFields: meanArea(kept),
    keptShare,
    foundInTop20: { allFields: foundOwn(all), keptFields: foundOwn(kept) },
  };
}

type Ranked = Pick<ValueFits, "design"> & Pick<CrossFit, "eta">;

/** AUC with an interval that counts what the same records add to several values' curves. */
export function meanArea(each: readonly Ranked[]): Estimate {
  const counts = each.map(({ design }) => design.amount.reduce((sum, y) => sum + y, 0));
  const all = counts.reduce((sum, count) => sum + count, 0);
  const parts = new Float64Array(each[0]!.eta.length);
  let value = 0;
  for (const [place, { design, eta }] of each.entries()) {
    const area = areaParts(design.outcome, eta, descending(eta));
    if (!area) continue;
    const weight = counts[place]! / all;
    value += weight * area.value;
    for (let i = 0; i < parts.length; i++) parts[i]! += weight * area.parts[i]!;
  }
  return areaOf({ value, parts });
}

/** Of the records of all values, the share in the top 20 % of their own value's ranking; Wilson's 95 % interval. */
function foundOwn(each: readonly Ranked[]): Estimate {
  let [found, all] = [0, 0];
  for (const { design, eta } of each) {
    const records = design.amount.reduce((sum, y) => sum + y, 0);
    found += records * foundInTop(design, inTopShare(design, eta)).value;
    all += records;
  }
  return wilson(found / all, all, z95);
}
