import { curvatureAt, sumOf } from "./cross-fit.ts";
import type { Design } from "./design.ts";
import { maximize, penalizedFactor } from "./fit-additive.ts";
import { type Layout, layOut } from "./layout.ts";
import { logLosses, predict, type RowSpace } from "./row-passes.ts";

/** A set of fields (positions in the input) and its ridge. */
export interface SetToFit {
  readonly fields: readonly number[];
  readonly lambda: number;
}

/** A model fitted on a range of the records. */
export interface PartFit {
  readonly layout: Layout;
  readonly beta: Float64Array;
}

/** Fits a set of fields on the records [from, to). @param begin coefficients of the same set to begin from */
export function fitPart(
  design: Design,
  { fields, lambda }: SetToFit,
  [from, to]: readonly [number, number],
  space: RowSpace,
  begin?: Float64Array,
): PartFit {
  const layout = layOut(design, fields);
  const start = begin ?? new Float64Array(layout.size);
  const trained = { ...design, folds: 1, starts: [from, to] };
  const factor = penalizedFactor(sumOf(curvatureAt(trained, layout, start, space).hessians), layout.size, lambda);
  return { layout, beta: maximize(design, layout, lambda, [[from, to]], { beta: start, factor }, space) };
}

/** Log-loss of each of the records [from, to). */
export function lossesOn(design: Design, { layout, beta }: PartFit, [from, to]: readonly [number, number]) {
  const eta = new Float64Array(to - from);
  const fields = design.fields.map((field) => ({ ...field, codes: field.codes.subarray(from, to) }));
  const part = { ...design, records: to - from, fields, outcome: design.outcome.subarray(from, to) };
  predict(part, layout, beta, 0, part.records, eta);
  return logLosses(part, eta);
}

/** The design with nothing held: the model of no field is the base rate alone. */
export function bare(design: Design): Design {
  return { ...design, held: [] };
}
