import { solve } from "../fitting/cholesky.ts";
import { type CrossFit, curvatureAt, sumOf } from "../fitting/cross-fit.ts";
import type { Design } from "../fitting/design.ts";
import { penalize, penalizedFactor } from "../fitting/fit-additive.ts";
import { carryOver, layOut } from "../fitting/layout.ts";
import { linearize, predict, type RowSpace } from "../fitting/row-passes.ts";
import type { LeveledField } from "./levels-input.ts";

/** What a level would cost, from the finest on; only to put the refits in order, never shown. */
export interface PricedLevel {
  readonly key: string;
  /** position in the design */
  readonly field: number;
  /** loss per record against the field as it was tested, to second order; below 0 where it does better */
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
 * steps give it. Then one Newton step of all coefficients together, by the Hessian of the set at this level, lets the
 * others take up what the level no longer says; the log-likelihood there less the level's effective degrees of freedom
 * (Akaike) is its price, to second order.
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
    const alone = scoreOf(design, others, level, block, kept.lambda, space);
    const best = Math.max(alone, scoreTogether(design, kept, { field, level, block }, space));
    const lost = (exact - best) / design.totalWeight;
    return { key, field: level, loss: lost, privacy: (leveled.bits - bits) * leveled.weight, block };
  });
}

interface Placed {
  readonly field: number;
  readonly level: number;
  readonly block: Float64Array;
}

/** The score of the set with the level in the field's place, one Newton step of all its coefficients on. */
function scoreTogether(design: Design, kept: CrossFit, { field, level, block }: Placed, space: RowSpace): number {
  const fields = kept.layout.fields.map((one) => (one === field ? level : one));
  const layout = layOut(design, fields);
  const beta = carryOver(kept.beta, kept.layout, layout, design);
  const offset = layout.offsets[fields.indexOf(level)]!;
  beta.set(block, offset);
  const { gradients, hessians } = curvatureAt(design, layout, beta, space);
  const gradient = sumOf(gradients);
  penalize(beta, kept.lambda, gradient);
  const change = solve(penalizedFactor(sumOf(hessians), layout.size, kept.lambda), layout.size, gradient);
  const stepped = beta.map((value, i) => value + change[i]!);
  const others = new Float64Array(design.records);
  predict(design, layout, stepped, 0, design.records, others);
  const own = stepped.slice(offset, offset + block.length);
  const { codes } = design.fields[level]!;
  for (let i = 0; i < design.records; i++) others[i]! -= own[codes[i]!]!;
  return scoreOf(design, others, level, own, kept.lambda, space);
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
