import type { Estimate, Performance } from "../vocabulary.ts";
import type { Choice } from "./choose-set.ts";
import type { CrossFit } from "./cross-fit.ts";
import type { Design } from "./design.ts";
import { type Difference, meanDifference } from "./differences.ts";
import type { Fits } from "./fit-goal.ts";
import { around, z90 } from "./intervals.ts";
import { measureFields } from "./measure-fields.ts";
import type { ModelInput, ModelResult, PathStep } from "./model-result.ts";
import { areaUnderCurve, foundInTop, inTopShare } from "./ranking.ts";
import type { RowSpace } from "./row-passes.ts";
import type { Settled } from "./settle-set.ts";

export interface Findings {
  readonly gain: Difference;
  readonly choice: Choice;
  /** null where the fields do not support the goal */
  readonly settled: Settled | null;
}

export function composeResult(
  input: ModelInput,
  design: Design,
  fits: Fits,
  findings: Findings,
  space: RowSpace,
): ModelResult {
  const { gain, choice, settled } = findings;
  const kept = settled ? inPathOrder(fits, settled.kept) : [];
  const nameOf = (field: number) => design.fields[field]!.name;
  return {
    gain,
    supported: settled !== null,
    lambda: (settled?.kept ?? fits.full).lambda,
    performance: measurePerformance(design, fits, findings),
    kept: kept.map(nameOf),
    fields: measureFields(design, fits, findings, input.settings, space),
    path: describePath(design, fits, gain, choice.reference),
    preScreened: design.fields
      .map((_, field) => field)
      .filter((field) => !fits.tested.includes(field))
      .map(nameOf),
    proven: settled !== null && choice.proven,
  };
}

function measurePerformance(design: Design, fits: Fits, { gain, choice, settled }: Findings): Performance {
  const kept = settled?.kept ?? fits.none;
  const loss = meanDifference(design, kept.losses, choice.reference.losses);
  const share = gain.value > 0 && settled ? 1 - loss.value / gain.value : 0;
  const low = gain.value > 0 && settled ? share - (z90 * loss.error) / gain.value : 0;
  const found = (fit: Pick<CrossFit, "eta">) => foundInTop(design, inTopShare(design, fit.eta));
  return {
    measure: "auc",
    allFields: areaUnderCurve(design, fits.full.eta),
    keptFields: areaUnderCurve(design, kept.eta),
    keptShare: { value: share, low },
    foundInTop20: { allFields: found(fits.full), keptFields: found(kept) },
  };
}

/** Most valuable first: those that the path kept longest, then what was added from outside it. */
function inPathOrder(fits: Fits, kept: CrossFit): number[] {
  const lasting = [...fits.path].reverse().map(({ removed }) => removed);
  const rank = (field: number) => (lasting.includes(field) ? lasting.indexOf(field) : lasting.length);
  return [...kept.layout.fields].sort((a, b) => rank(a) - rank(b));
}

function describePath(design: Design, fits: Fits, gain: Difference, reference: CrossFit): PathStep[] {
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
  if (size === 0) return { value: 0, low: 0, high: 0 };
  const fit = fits.nested.find(({ layout }) => layout.fields.length === size);
  if (!fit || gain.value <= 0) return null;
  const loss = meanDifference(design, fit.losses, reference.losses);
  return around(1 - loss.value / gain.value, loss.error / gain.value, z90);
}
