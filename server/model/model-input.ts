import type { Performance } from "../vocabulary.ts";

/** One field as small integers. `codes` is backed by a SharedArrayBuffer; code 0 is the empty cell. */
export interface BinnedField {
  readonly name: string;
  readonly codes: Uint8Array;
  /** number of codes in use, the empty one included */
  readonly bins: number;
  /** do neighbouring codes mean neighbouring values? */
  readonly ordered: boolean;
  /** held whatever the model says: in every model, never in S, never tested */
  readonly always?: boolean;
}

/** Records stand in an order that depends on key and seed only, so that sums are the same however the file is sorted. */
export interface ModelInput {
  readonly records: number;
  /** 0 or 1 for yes-no; the number itself for `captured` */
  readonly outcome: Float64Array;
  readonly measure: Performance["measure"];
  /** a number that is to be fitted itself, not its logarithm */
  readonly asItIs?: boolean;
  /** 0 … folds - 1, the same for every model of the goal; one customer is in one fold */
  readonly fold: Uint8Array;
  readonly folds: number;
  /** inverse-probability weights of a case-control sample; null when nobody was left out */
  readonly weight: Float64Array | null;
  readonly fields: readonly BinnedField[];
  readonly settings: {
    /** share of the gain that the kept set must keep */
    readonly keep: number;
    readonly delta: number;
    readonly q: number;
    readonly seed: number;
    /** relative cost of keeping a field (1 = usual, more = rather let it go); breaks ties on the path */
    readonly cost: Readonly<Record<string, number>>;
  };
}
