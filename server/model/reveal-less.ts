import { staysWithin } from "./choose-set.ts";
import { type CrossFit, crossFit } from "./fitting/cross-fit.ts";
import type { Design } from "./fitting/design.ts";
import type { RowSpace } from "./fitting/row-passes.ts";
import { muPlus } from "./redundancy.ts";
import { byName, type Limits, type Settled, settleAsIs } from "./settle-set.ts";
import { meanDifference } from "./statistics/differences.ts";
import { z90 } from "./statistics/intervals.ts";

/** A field outside is a twin of a kept one when it says this much of it. */
const leastTold = 0.2;
const mostTried = 2;
/** Costs nearer to each other than this are the same. */
const leastCheaper = 0.01;

/**
 * Of twins the less revealing one is kept: where a field outside costs less than a kept one and says much of it, it takes
 * its place if a refit shows that the set loses less than the floor of a single field, and still keeps enough.
 */
export function revealLess(
  design: Design,
  { reference, proven }: { readonly reference: CrossFit; readonly proven: boolean },
  settled: Settled,
  tested: readonly number[],
  limits: Limits,
  space: RowSpace,
): Settled {
  let { kept } = settled;
  const dearest = [...kept.layout.fields].sort((a, b) => costOf(design, b) - costOf(design, a) || byName(design, a, b));
  const mayStand = (fit: CrossFit) => {
    const more = meanDifference(design, fit.losses, kept.losses);
    const isTwin = more.value + z90 * more.error < limits.floor;
    return isTwin && (!proven || staysWithin(meanDifference(design, fit.losses, reference.losses), limits.setLoss));
  };
  for (const field of dearest) {
    for (const other of cheaperTwins(design, kept, tested, field)) {
      const fields = kept.layout.fields.map((one) => (one === field ? other : one));
      const fit = crossFit(design, fields, kept.lambda, space, kept);
      if (!mayStand(fit)) continue;
      kept = fit;
      break;
    }
  }
  return kept === settled.kept ? settled : settleAsIs(design, kept, tested, limits, space);
}

function cheaperTwins(design: Design, kept: CrossFit, tested: readonly number[], field: number): number[] {
  return tested
    .filter((other) => !kept.layout.fields.includes(other))
    .filter((other) => costOf(design, other) < costOf(design, field) - leastCheaper)
    .map((other) => ({ other, told: muPlus(design, other, field) }))
    .filter(({ told }) => told >= leastTold)
    .sort(
      (a, b) =>
        costOf(design, a.other) - costOf(design, b.other) || b.told - a.told || byName(design, a.other, b.other),
    )
    .slice(0, mostTried)
    .map(({ other }) => other);
}

function costOf(design: Design, field: number): number {
  return design.fields[field]!.cost;
}
