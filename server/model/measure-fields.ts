import type { Estimate } from "../vocabulary.ts";
import { discoveries } from "./benjamini-hochberg.ts";
import type { Findings } from "./compose-result.ts";
import type { CrossFit } from "./cross-fit.ts";
import type { Design } from "./design.ts";
import { type Difference, meanDifference } from "./differences.ts";
import type { Fits } from "./fit-goal.ts";
import { around, z90 } from "./intervals.ts";
import type { FieldNeed, ModelInput } from "./model-result.ts";
import { foundMoreOf100, inTopShare } from "./ranking.ts";
import { muPlus } from "./redundancy.ts";
import type { RowSpace } from "./row-passes.ts";
import { addOne, pOf, type Settled } from "./settle-set.ts";

/** Up to so many fields outside the kept set are all refitted; beyond, only where the score test leaves a doubt. */
const mostRefits = 40;
const leastCarried = 0.1;

interface Measured {
  readonly field: number;
  readonly inKept: boolean;
  readonly gain: Difference;
  readonly p: number;
  readonly missed: Difference;
  readonly refitted: boolean;
}

export function measureFields(
  design: Design,
  fits: Fits,
  { gain, settled }: Findings,
  settings: ModelInput["settings"],
  space: RowSpace,
): FieldNeed[] {
  const measured = settled ? measureBySet(design, fits, settled, space) : measureAlone(design, fits);
  const alone = fits.tested.map((field) => meanDifference(design, fits.none.losses, fits.alone[field]!.losses));
  const found = discoveries(
    measured.map(({ p }) => p),
    settings.q,
  );
  const foundAlone = discoveries(
    alone.map((difference) => pOf(difference) ?? 1),
    settings.q,
  );
  // without support there is no gain to be a share of: what would have been shown stands in for it
  const whole = settled ? gain.value : Math.max(gain.value, 2.33 * gain.error);
  return measured.map(({ field, inKept, gain: own, p, missed, refitted }, index): FieldNeed => {
    const aloneDiscovered = settled !== null && foundAlone[index]!;
    return {
      name: design.fields[field]!.name,
      inKept,
      share: shareOf(own, whole),
      p,
      discovered: settled !== null && own.value > 0 && found[index]!,
      alone: shareOf(alone[index]!, whole),
      aloneDiscovered,
      missedOf100: around(missed.value, missed.error, z90),
      refitted,
      recordsNeeded: recordsNeeded(design, own, settings.delta * whole),
      carriedBy: settled && !inKept && aloneDiscovered ? carriersOf(design, field, settled.kept) : [],
    };
  });
}

function measureBySet(design: Design, fits: Fits, settled: Settled, space: RowSpace): Measured[] {
  const { kept, without, scores, withAlso } = settled;
  const top = inTopShare(design, kept.eta);
  return fits.tested.map((field) => {
    const dropped = without.find((change) => change.field === field);
    if (dropped) {
      const missed = foundMoreOf100(design, top, inTopShare(design, dropped.fit.eta));
      return { field, inKept: true, gain: dropped.gain, p: pOf(dropped.gain) ?? 1, missed, refitted: true };
    }
    const refit = withAlso.get(field) ?? (scores.size <= mostRefits ? addOne(design, kept, field, space) : undefined);
    if (refit) {
      const missed = foundMoreOf100(design, inTopShare(design, refit.fit.eta), top);
      return { field, inKept: false, gain: refit.gain, p: pOf(refit.gain) ?? 1, missed, refitted: true };
    }
    const score = scores.get(field)!;
    return { field, inKept: false, gain: score, p: score.p, missed: { value: 0, error: 0 }, refitted: false };
  });
}

function measureAlone(design: Design, fits: Fits): Measured[] {
  const top = inTopShare(design, fits.none.eta);
  return fits.tested.map((field) => {
    const fit = fits.alone[field]!;
    const gain = meanDifference(design, fits.none.losses, fit.losses);
    const missed = foundMoreOf100(design, inTopShare(design, fit.eta), top);
    return { field, inKept: false, gain, p: pOf(gain) ?? 1, missed, refitted: true };
  });
}

function shareOf(gain: Difference, whole: number): Estimate {
  return whole > 0 ? around(gain.value / whole, gain.error / whole, z90) : { value: 0, low: 0, high: 0 };
}

/** n (1.645 se / |D - delta G|)^2, to two digits: how many records would move the interval off the floor. */
function recordsNeeded(design: Design, { value, error }: Difference, floor: number): number | null {
  const needed = design.records * ((z90 * error) / Math.abs(value - floor)) ** 2;
  if (!(needed > 0 && needed < 1e9)) return null;
  const digit = 10 ** Math.max(0, Math.floor(Math.log10(needed)) - 1);
  return Math.ceil(needed / digit) * digit;
}

function carriersOf(design: Design, field: number, kept: CrossFit): string[] {
  return kept.layout.fields
    .map((other) => ({ name: design.fields[other]!.name, share: muPlus(design, other, field) }))
    .filter(({ share }) => share >= leastCarried)
    .sort((a, b) => b.share - a.share || (a.name < b.name ? -1 : 1))
    .slice(0, 3)
    .map(({ name }) => name);
}
