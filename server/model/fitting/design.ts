import type { ModelInput } from "../model-input.ts";
import type { Pair } from "../pairs/pairs.ts";
import { type OutcomeScale, scaleOutcome } from "./outcome-scale.ts";

/** One field of the design: codes run from 0 without gaps, only those that occur. */
export interface DesignField {
  readonly name: string;
  readonly codes: Uint8Array;
  readonly bins: number;
  /** degrees of freedom: bins - 1, of a pair's cells what the two fields leave */
  readonly freedom: number;
  readonly counts: Float64Array;
  readonly ordered: boolean;
  readonly cost: number;
}

/** The records of a goal, sorted by fold, so that training and testing run over whole ranges. */
export interface Design {
  readonly records: number;
  readonly fields: readonly DesignField[];
  /** positions of the fields that are to be chosen from */
  readonly candidates: readonly number[];
  /** positions of the fields that are held anyway, and are part of every model */
  readonly held: readonly number[];
  /** pairs that tell more together; their cells stand after the fields */
  readonly pairs: readonly Pair[];
  readonly family: OutcomeScale["family"];
  /** what the model is fitted to: 0 or 1, or a number of mean 0 and variance 1 */
  readonly outcome: Float64Array;
  /** what the top of the ranking is to hold: 0 or 1, or the number as it is given */
  readonly amount: Float64Array;
  readonly weight: Float64Array | null;
  readonly totalWeight: number;
  readonly folds: number;
  /** fold f is [starts[f], starts[f + 1]) */
  readonly starts: readonly number[];
}

/** @param fold of each record; the input's own unless another split of the same records is wanted */
export function makeDesign(input: ModelInput, fold: Uint8Array = input.fold): Design {
  const { order, starts } = sortByFold(fold, input.folds);
  const { family, fitted, amount } = scaleOutcome(input, order);
  const given = input.weight;
  const weight = given ? Float64Array.from(order, (i) => given[i]!) : null;
  const positions = [...input.fields.keys()];
  return {
    records: input.records,
    candidates: positions.filter((field) => !input.fields[field]!.always),
    held: positions.filter((field) => input.fields[field]!.always),
    pairs: [],
    fields: input.fields.map((field) => {
      const counts = new Float64Array(256);
      for (let i = 0; i < input.records; i++) counts[field.codes[i]!]! += 1;
      const used = [...counts.keys()].filter((code) => counts[code]! > 0);
      const dense = new Uint8Array(256);
      for (const [code, from] of used.entries()) dense[from] = code;
      const codes = new Uint8Array(input.records);
      for (let i = 0; i < input.records; i++) codes[i] = dense[field.codes[order[i]!]!] as number;
      return {
        name: field.name,
        codes,
        bins: used.length,
        freedom: used.length - 1,
        counts: Float64Array.from(used, (code) => counts[code]!),
        ordered: field.ordered,
        cost: input.settings.cost[field.name] ?? 1,
      };
    }),
    family,
    outcome: fitted,
    amount,
    weight,
    totalWeight: weight ? weight.reduce((sum, w) => sum + w, 0) : input.records,
    folds: input.folds,
    starts,
  };
}

export function sortByFold(fold: Uint8Array, folds: number): { order: Uint32Array; starts: number[] } {
  const starts = new Array<number>(folds + 1).fill(0);
  for (const f of fold) starts[f + 1]! += 1;
  for (let f = 0; f < folds; f++) starts[f + 1]! += starts[f]!;
  const next = [...starts];
  const order = new Uint32Array(fold.length);
  for (let i = 0; i < fold.length; i++) {
    const f = fold[i]!;
    order[next[f]!] = i;
    next[f]! += 1;
  }
  return { order, starts };
}
