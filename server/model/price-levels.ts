import type { CrossFit } from "./cross-fit.ts";
import type { Design } from "./design.ts";
import type { LeveledField } from "./levels-input.ts";
import { linearize, predict, type RowSpace } from "./row-passes.ts";

/** What a level would cost, from the finest on; only to put the refits in order, never shown. */
export interface PricedLevel {
  readonly key: string;
  /** position in the design */
  readonly field: number;
  /** loss per record against the field as it was tested, to first order; below 0 where it does better */
  readonly loss: number;
  /** fall in entropy times the field's weight */
  readonly privacy: number;
  /** coefficients to begin a refit with */
  readonly block: Float64Array;
}

/** A field as it was tested, and its levels as fields of the same design. */
export interface LevelFields {
  readonly field: number;
  readonly levels: readonly number[];
}

const newtonSteps = 3;

/**
 * With the other fields' log-odds held fixed, each bin of a level has a coefficient of its own: a few scalar Newton
 * steps give it, and the level's log-likelihood less its effective degrees of freedom (Akaike) is its price.
 */
export function priceLevels(
  design: Design,
  kept: CrossFit,
  leveled: LeveledField,
  { field, levels }: LevelFields,
  space: RowSpace,
): PricedLevel[] {
  const position = kept.layout.fields.indexOf(field);
  const { codes, bins } = design.fields[field]!;
  const offset = kept.layout.offsets[position]!;
  const own = kept.beta.slice(offset, offset + bins);
  const others = new Float64Array(design.records);
  predict(design, kept.layout, kept.beta, 0, design.records, others);
  for (let i = 0; i < design.records; i++) others[i]! -= own[codes[i]!]!;
  const exact = scoreOf(design, others, field, own, kept.lambda, space);
  return levels.map((level, index): PricedLevel => {
    const block = fitBlock(design, others, level, startOf(design, field, own, level), kept.lambda, space);
    const { key, bits } = leveled.levels[index]!;
    const lost = (exact - scoreOf(design, others, level, block, kept.lambda, space)) / design.totalWeight;
    return { key, field: level, loss: lost, privacy: (leveled.bits - bits) * leveled.weight, block };
  });
}

/** The mean of the finer coefficients in each bin of the level. */
function startOf(design: Design, field: number, own: Float64Array, level: number): Float64Array {
  const fine = design.fields[field]!.codes;
  const { codes, bins, counts } = design.fields[level]!;
  const start = new Float64Array(bins);
  for (let i = 0; i < design.records; i++) start[codes[i]!]! += own[fine[i]!]!;
  return start.map((sum, bin) => sum / counts[bin]!);
}

function fitBlock(
  design: Design,
  others: Float64Array,
  level: number,
  start: Float64Array,
  lambda: number,
  space: RowSpace,
): Float64Array {
  let block = start;
  for (let step = 0; step < newtonSteps; step++) {
    const { residuals, curvatures } = passOver(design, others, level, block, space);
    block = block.map((value, bin) => {
      const change = (residuals[bin]! - lambda * value) / (curvatures[bin]! + lambda);
      return value + Math.max(-1, Math.min(1, change));
    });
  }
  return block;
}

/** Log-likelihood less the effective degrees of freedom. */
function scoreOf(
  design: Design,
  others: Float64Array,
  field: number,
  block: Float64Array,
  lambda: number,
  space: RowSpace,
): number {
  const { logLikelihood, curvatures } = passOver(design, others, field, block, space);
  return curvatures.reduce((score, curvature) => score - curvature / (curvature + lambda), logLikelihood);
}

function passOver(design: Design, others: Float64Array, field: number, block: Float64Array, space: RowSpace) {
  const { codes, bins } = design.fields[field]!;
  for (let i = 0; i < design.records; i++) space.eta[i] = others[i]! + block[codes[i]!]!;
  const logLikelihood = linearize(design, 0, design.records, space);
  const residuals = new Float64Array(bins);
  const curvatures = new Float64Array(bins);
  for (let i = 0; i < design.records; i++) {
    residuals[codes[i]!]! += space.residual[i]!;
    curvatures[codes[i]!]! += space.curvature[i]!;
  }
  return { logLikelihood, residuals, curvatures };
}
