import type { Fits } from "./fit-nested.ts";
import { type CrossFit, crossFit } from "./fitting/cross-fit.ts";
import type { Design } from "./fitting/design.ts";
import type { RowSpace } from "./fitting/row-passes.ts";
import type { HeldField } from "./model-result.ts";
import { discoveries } from "./statistics/benjamini-hochberg.ts";
import { meanDifference, pOf } from "./statistics/differences.ts";
import { around, z90 } from "./statistics/intervals.ts";

/**
 * What each field that is held anyway tells, alone and given the rest of the model. It is no verdict: it shows which of
 * them may be known only after the outcome.
 * @param whole the gain that shares are of, in nats per record
 */
export function measureHeld(
  design: Design,
  fits: Pick<Fits, "none" | "alone">,
  kept: CrossFit,
  whole: number,
  q: number,
  space: RowSpace,
): HeldField[] {
  const alone = design.held.map((field) => meanDifference(design, fits.none.losses, fits.alone[field]!.losses));
  const found = discoveries(alone.map(pOf), q);
  return design.held.map((field, index): HeldField => {
    const others = { ...design, held: design.held.filter((other) => other !== field) };
    const { losses } = crossFit(others, kept.layout.fields, kept.lambda, space, kept);
    const gain = meanDifference(design, losses, kept.losses);
    return {
      name: design.fields[field]!.name,
      share: around(gain.value / whole, gain.error / whole, z90),
      alone: around(alone[index]!.value / whole, alone[index]!.error / whole, z90),
      aloneDiscovered: found[index]!,
    };
  });
}
