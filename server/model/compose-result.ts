import type { Estimate, Performance } from "../vocabulary.ts";
import type { Confirmation } from "./confirm-set.ts";
import { describeNeeds, measureAlone } from "./describe-needs.ts";
import type { Fits } from "./fit-nested.ts";
import type { CrossFit } from "./fitting/cross-fit.ts";
import type { Design } from "./fitting/design.ts";
import type { Measurements } from "./measure-fields.ts";
import type { ModelInput } from "./model-input.ts";
import type { HeldField, ModelResult, PathStep } from "./model-result.ts";
import type { Found } from "./search-set.ts";
import type { Shadows } from "./shadows.ts";
import { type Difference, meanDifference } from "./statistics/differences.ts";
import { around, z90, zSupported } from "./statistics/intervals.ts";
import { foundInTop, inTopShare, rankingQuality } from "./statistics/ranking.ts";

/** What was measured of a set; absent where the fields do not support the goal. */
export interface Findings {
  readonly measurements: Measurements;
  readonly held: readonly HeldField[];
  readonly shadows: Shadows;
  readonly confirmed: Confirmation | null;
  /** as the search went, where it saw a part of the records only */
  readonly path: readonly PathStep[];
}

export function composeResult(input: ModelInput, found: Found, findings?: Findings): ModelResult {
  const { design, fits, gain, choice, settled } = found;
  const { keep, delta, q } = input.settings;
  const nameOf = (field: number) => design.fields[field]!.name;
  const measured = findings?.measurements.fields ?? measureAlone(design, fits);
  // without support there is no gain to be a share of: what would have been shown stands in for it
  const whole = settled ? gain.value : Math.max(gain.value, zSupported * gain.error);
  return {
    gain,
    supported: settled !== null,
    lambda: (settled?.kept ?? fits.full).lambda,
    performance: measurePerformance(found, findings),
    kept: settled ? inPathOrder(fits, settled.kept).map(nameOf) : [],
    reference: { fields: choice.reference.layout.fields.map(nameOf), lambda: choice.reference.lambda },
    fields: describeNeeds(design, fits, measured, { whole, delta, q, kept: settled?.kept ?? null }),
    path: findings?.path ?? describePath(found),
    pairs: design.pairs.map(({ first, second }) => [nameOf(first), nameOf(second)] as const),
    held: findings?.held ?? [],
    preScreened: design.candidates.filter((field) => !fits.tested.includes(field)).map(nameOf),
    shadows: findings?.shadows ?? null,
    confirmed: findings?.confirmed ?? null,
    proven:
      findings !== undefined && (isReference(found) || findings.measurements.setLoss.high <= (1 - keep) * gain.value),
  };
}

/** A set loses nothing against itself, whatever its penalty; with `keep: 1` rounding alone would say it does. */
function isReference({ choice, settled }: Found): boolean {
  const fields = settled?.kept.layout.fields ?? [];
  const others = choice.reference.layout.fields;
  return fields.length === others.length && fields.every((field) => others.includes(field));
}

function measurePerformance({ design, fits, gain, choice, settled }: Found, findings?: Findings): Performance {
  const kept = settled?.kept ?? fits.none;
  // a table too wide to be fitted whole is spoken for by the best that was
  const all = fits.full.layout.fields.length === fits.tested.length ? fits.full : choice.reference;
  const loss = findings?.measurements.setLoss;
  const found = (fit: Pick<CrossFit, "eta">) => foundInTop(design, inTopShare(design, fit.eta));
  return {
    measure: design.family === "gaussian" ? "captured" : "auc",
    allFields: rankingQuality(design, all.eta),
    keptFields: rankingQuality(design, kept.eta),
    keptShare: loss ? { value: 1 - loss.value / gain.value, low: 1 - loss.high / gain.value } : { value: 0, low: 0 },
    foundInTop20: { allFields: found(all), keptFields: found(kept) },
  };
}

/** Most valuable first: those that the path kept longest, then what was added from outside it. */
function inPathOrder(fits: Fits, kept: CrossFit): number[] {
  const lasting = [...fits.path].reverse().map(({ removed }) => removed);
  const rank = (field: number) => (lasting.includes(field) ? lasting.indexOf(field) : lasting.length);
  return [...kept.layout.fields].sort((a, b) => rank(a) - rank(b));
}

export function describePath({ design, fits, gain, choice: { reference } }: Found): PathStep[] {
  const nameOf = (field: number) => design.fields[field]!.name;
  const lasting = [...fits.path].reverse().map(({ removed }) => removed);
  return fits.path.map(({ removed, left }) => ({
    field: nameOf(removed),
    kept: lasting.slice(0, left.length).map(nameOf),
    performanceKept: performanceAt(design, fits, gain, reference, left.length),
  }));
}

function performanceAt(
  design: Design,
  fits: Fits,
  gain: Difference,
  reference: CrossFit,
  size: number,
): Estimate | null {
  if (size === 0 && design.held.length === 0) return { value: 0, low: 0, high: 0 };
  const fit = fits.nested.find(({ layout }) => layout.fields.length === size);
  if (!fit || gain.value <= 0) return null;
  const loss = meanDifference(design, fit.losses, reference.losses);
  return around(1 - loss.value / gain.value, loss.error / gain.value, z90);
}
