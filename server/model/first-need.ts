import { describeNeeds } from "./describe-needs.ts";
import type { CrossFit } from "./fitting/cross-fit.ts";
import type { Measured } from "./measure-fields.ts";
import type { ModelInput } from "./model-input.ts";
import type { FieldNeed } from "./model-result.ts";
import type { Found } from "./search-set.ts";

/**
 * What one measured field says before all others are: held to the share of q that it has alone (Bonferroni), so that what
 * is called needed at first sight is not taken back for what the others show.
 */
export function firstNeed(
  { design, fits, gain }: Pick<Found, "design" | "fits" | "gain">,
  kept: CrossFit,
  measured: Measured,
  { delta, q }: ModelInput["settings"],
): FieldNeed {
  const [need] = describeNeeds(design, fits, [measured], {
    whole: gain.value,
    delta,
    q: q / Math.max(1, fits.tested.length),
    kept,
  });
  if (!need) throw new Error("A measured field was not described.");
  return need;
}
