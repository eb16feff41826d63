import type { CrossFit } from "../fitting/cross-fit.ts";
import { crossFit } from "../fitting/cross-fit.ts";
import type { Design } from "../fitting/design.ts";
import { linearize, logLosses, predict, type RowSpace } from "../fitting/row-passes.ts";
import { meanDifference } from "../statistics/differences.ts";
import { z90 } from "../statistics/intervals.ts";
import { withPairs } from "./pairs.ts";
import { type FlaggedPair, scanPairs } from "./scan-pairs.ts";

const mostPairs = 10;
const mostTried = 40;
/** Fields that are paired: 4,950 pairs. Beyond, those in the model first. */
const mostScanned = 100;

/** The design with the flagged pairs that help out of fold, and the model of its fields; the same ones where none does. */
export interface WithPairs {
  readonly design: Design;
  readonly full: CrossFit;
}

/**
 * Looks for pairs that tell something only together, which neither an additive model nor the tests of single fields see.
 * Each flagged pair is first tried as a step on top of the out-of-fold log-odds; those that help enter the model
 * together, and stay if the refitted model is better for them.
 * @param tested the fields to pair, beside those held anyway
 */
export function choosePairs(design: Design, tested: readonly number[], full: CrossFit, space: RowSpace): WithPairs {
  const inModel = full.layout.blocks;
  const scanned = [...inModel, ...tested.filter((field) => !inModel.includes(field))].slice(0, mostScanned);
  predict(design, full.layout, full.beta, 0, design.records, space.eta);
  linearize(design, 0, design.records, space);
  const flagged = scanPairs(design, scanned, space.residual, space.curvature);
  const helping = thatHelp(design, flagged.slice(0, mostTried), full, space);
  if (helping.length === 0) return { design, full };
  const paired = withPairs(design, helping);
  const members = helping.flatMap(({ first, second }) => [first, second]).filter((one) => tested.includes(one));
  const fields = [...new Set([...full.layout.fields, ...members])];
  const fit = crossFit(paired, fields, full.lambda, space, full);
  const gain = meanDifference(design, full.losses, fit.losses);
  return gain.value - z90 * gain.error > 0 ? { design: paired, full: fit } : { design, full };
}

/** One after the other, the strongest first, so that what a pair says counts once. */
function thatHelp(design: Design, flagged: readonly FlaggedPair[], full: CrossFit, space: RowSpace): FlaggedPair[] {
  const helping: FlaggedPair[] = [];
  let { eta, losses } = full;
  for (const pair of flagged) {
    if (helping.length === mostPairs) break;
    const stepped = stepWith(design, pair, eta, full.lambda, space);
    const next = logLosses(design, stepped);
    const gain = meanDifference(design, losses, next);
    if (gain.value - z90 * gain.error <= 0) continue;
    helping.push(pair);
    [eta, losses] = [stepped, next];
  }
  return helping;
}

/** The log-odds after one Newton step for the cells of a pair, for each fold from the records of the others. */
function stepWith(design: Design, pair: FlaggedPair, eta: Float64Array, lambda: number, space: RowSpace): Float64Array {
  const paired = withPairs(design, [pair]);
  const { codes, bins } = paired.fields.at(-1)!;
  space.eta.set(eta);
  linearize(design, 0, design.records, space);
  const { residual, curvature } = space;
  const pulls = Array.from({ length: design.folds }, () => new Float64Array(bins));
  const weights = Array.from({ length: design.folds }, () => new Float64Array(bins));
  for (let fold = 0; fold < design.folds; fold++) {
    for (let i = design.starts[fold]!; i < design.starts[fold + 1]!; i++) {
      pulls[fold]![codes[i]!]! += residual[i]!;
      weights[fold]![codes[i]!]! += curvature[i]!;
    }
  }
  const sum = (parts: readonly Float64Array[], bin: number) => parts.reduce((all, part) => all + part[bin]!, 0);
  const stepped = Float64Array.from(eta);
  for (let fold = 0; fold < design.folds; fold++) {
    const step = Float64Array.from({ length: bins }, (_, bin) => {
      const pull = sum(pulls, bin) - pulls[fold]![bin]!;
      const weight = sum(weights, bin) - weights[fold]![bin]!;
      return Math.max(-1, Math.min(1, pull / (weight + lambda)));
    });
    for (let i = design.starts[fold]!; i < design.starts[fold + 1]!; i++) stepped[i]! += step[codes[i]!]!;
  }
  return stepped;
}
