import { type CrossFit, crossFit } from "./cross-fit.ts";
import type { Design } from "./design.ts";
import { logLosses, rowSpace } from "./row-passes.ts";

/**
 * The model that holds one field only. Records with the same fold, bin and answer are alike, so it is fitted on their
 * weights: at most folds x bins x 2 of them, whatever the number of records. Of numbers their mean stands for them.
 */
export function fitAlone(design: Design, field: number, lambda: number): CrossFit {
  const { codes, bins } = design.fields[field]!;
  const answers = design.family === "gaussian" ? 1 : 2;
  const cellOf = new Uint16Array(design.records);
  const weights = new Float64Array(design.folds * bins * answers);
  const sums = new Float64Array(weights.length);
  const { outcome, weight } = design;
  for (let fold = 0; fold < design.folds; fold++) {
    const end = design.starts[fold + 1]!;
    for (let i = design.starts[fold]!; i < end; i++) {
      const cell = (fold * bins + codes[i]!) * answers + (answers === 2 && outcome[i]! > 0 ? 1 : 0);
      const w = weight ? weight[i]! : 1;
      cellOf[i] = cell;
      weights[cell]! += w;
      sums[cell]! += w * outcome[i]!;
    }
  }
  const cells = cellDesign(design, field, { weights, sums, answers });
  const fit = crossFit(cells, [0], lambda, rowSpace(cells.records));
  const eta = spread(fit.eta, cellOf);
  // of answers, records in one cell lose the same
  const losses = answers === 2 ? spread(fit.losses, cellOf) : logLosses(design, eta);
  return { ...fit, layout: { ...fit.layout, fields: [field], blocks: [field] }, eta, losses };
}

/** To each record what its cell has. */
function spread(values: Float64Array, cellOf: Uint16Array): Float64Array {
  const each = new Float64Array(cellOf.length);
  for (let i = 0; i < each.length; i++) each[i] = values[cellOf[i]!]!;
  return each;
}

/** No field: each fold is told the base rate of the others, or their mean. */
export function fitNone(design: Design): Pick<CrossFit, "eta" | "losses"> {
  const eta = new Float64Array(design.records);
  const [all, allPositive] = weigh(design, 0, design.records);
  for (let fold = 0; fold < design.folds; fold++) {
    const [from, to] = [design.starts[fold]!, design.starts[fold + 1]!];
    const [weight, positive] = weigh(design, from, to);
    const rate = (allPositive - positive) / (all - weight);
    eta.fill(design.family === "gaussian" ? rate : Math.log(rate / (1 - rate)), from, to);
  }
  return { eta, losses: logLosses(design, eta) };
}

function weigh(design: Design, from: number, to: number): [weight: number, positive: number] {
  let weight = 0;
  let positive = 0;
  for (let i = from; i < to; i++) {
    const w = design.weight?.[i] ?? 1;
    weight += w;
    positive += w * design.outcome[i]!;
  }
  return [weight, positive];
}

interface Cells {
  readonly weights: Float64Array;
  readonly sums: Float64Array;
  readonly answers: number;
}

function cellDesign(design: Design, field: number, { weights, sums, answers }: Cells): Design {
  const { bins } = design.fields[field]!;
  const records = weights.length;
  const outcome = sums.map((sum, cell) => (answers === 2 ? cell & 1 : weights[cell]! > 0 ? sum / weights[cell]! : 0));
  const codes = Uint8Array.from({ length: records }, (_, cell) => Math.floor(cell / answers) % bins);
  return {
    records,
    fields: [{ ...design.fields[field]!, codes }],
    candidates: [0],
    held: [],
    pairs: [],
    family: design.family,
    outcome,
    amount: outcome,
    weight: weights,
    totalWeight: design.totalWeight,
    folds: design.folds,
    starts: Array.from({ length: design.folds + 1 }, (_, fold) => fold * bins * answers),
  };
}
