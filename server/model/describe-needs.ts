import type { Estimate } from "../vocabulary.ts";
import type { Fits } from "./fit-nested.ts";
import type { CrossFit } from "./fitting/cross-fit.ts";
import type { Design } from "./fitting/design.ts";
import { type Bounded, bounded, type Measured } from "./measure-fields.ts";
import type { FieldNeed } from "./model-result.ts";
import { partnersOf } from "./pairs/pairs.ts";
import { muPlus } from "./redundancy.ts";
import { toRoundRecords } from "./round-records.ts";
import { discoveries } from "./statistics/benjamini-hochberg.ts";
import { meanDifference, pOf } from "./statistics/differences.ts";
import { z90 } from "./statistics/intervals.ts";
import { foundMoreOf100, inTopShare } from "./statistics/ranking.ts";

const leastCarried = 0.1;
const mostCarriers = 3;

export interface Claim {
  /** the gain that shares are of, in nats per record */
  readonly whole: number;
  readonly delta: number;
  readonly q: number;
  /** null where the fields do not support the goal: then nothing is claimed */
  readonly kept: CrossFit | null;
}

/** Shares, discoveries (Benjamini and Hochberg over all tested fields), and who carries what a redundant field says. */
export function describeNeeds(
  design: Design,
  fits: Pick<Fits, "none" | "alone">,
  measured: readonly Measured[],
  claim: Claim,
): FieldNeed[] {
  const alone = measured.map(({ field }) => meanDifference(design, fits.none.losses, fits.alone[field]!.losses));
  const found = discoveries(
    measured.map(({ p }) => p),
    claim.q,
  );
  const foundAlone = discoveries(alone.map(pOf), claim.q);
  return measured.map(({ field, inKept, gain, p, missed, refitted }, index): FieldNeed => {
    const aloneDiscovered = claim.kept !== null && foundAlone[index]!;
    return {
      name: design.fields[field]!.name,
      inKept,
      share: shareOf(gain, claim.whole),
      p,
      discovered: claim.kept !== null && gain.value > 0 && found[index]!,
      alone: shareOf(bounded(alone[index]!), claim.whole),
      aloneDiscovered,
      missedOf100: { value: missed.value, low: missed.low, high: missed.high },
      refitted,
      recordsNeeded: recordsNeeded(design, gain, claim.delta * claim.whole),
      partners: claim.kept ? partnersOf(design, field).map((other) => design.fields[other]!.name) : [],
      carriedBy: claim.kept && !inKept && aloneDiscovered ? carriersOf(design, field, claim.kept) : [],
    };
  });
}

/** Without support there is no kept set: each field is measured against knowing nothing. */
export function measureAlone(design: Design, fits: Fits): Measured[] {
  const top = inTopShare(design, fits.none.eta);
  return fits.tested.map((field) => {
    const fit = fits.alone[field]!;
    const gain = meanDifference(design, fits.none.losses, fit.losses);
    const missed = foundMoreOf100(design, inTopShare(design, fit.eta), top);
    return { field, inKept: false, gain: bounded(gain), p: pOf(gain), missed: bounded(missed), refitted: true };
  });
}

export function shareOf({ value, low, high }: Bounded, whole: number): Estimate {
  if (!(whole > 0)) return { value: 0, low: 0, high: 0 };
  return { value: value / whole, low: low / whole, high: high / whole };
}

/** n (1.645 se / |D - delta G|)^2, to two digits: how many records would move the interval off the floor. */
function recordsNeeded(design: Design, { value, error }: Bounded, floor: number): number | null {
  const needed = design.records * ((z90 * error) / Math.abs(value - floor)) ** 2;
  return toRoundRecords(needed);
}

function carriersOf(design: Design, field: number, kept: CrossFit): string[] {
  return [...kept.layout.fields, ...design.held]
    .map((other) => ({ name: design.fields[other]!.name, share: muPlus(design, other, field) }))
    .filter(({ share }) => share >= leastCarried)
    .sort((a, b) => b.share - a.share || (a.name < b.name ? -1 : 1))
    .slice(0, mostCarriers)
    .map(({ name }) => name);
}
