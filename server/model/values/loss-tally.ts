import type { Design } from "../fitting/design.ts";
import { type Bounded, bounded, type Tally, worstOf } from "../measure-fields.ts";
import { meanDifference } from "../statistics/differences.ts";

type What = number | "set";

interface Sum {
  readonly losses: Float64Array;
  readonly less: Float64Array;
  models: number;
}

/** Sums the losses of several models of the same records, so that their differences stay paired by record. */
export class LossTally implements Tally {
  readonly splits: Tally["splits"];
  readonly #sums = new Map<string, Sum>();
  readonly #models: number;

  constructor(splits: Tally["splits"], models: number) {
    this.splits = splits;
    this.#models = models;
  }

  add(split: number, what: What, losses: Float64Array, less: Float64Array): void {
    const key = `${split} ${what}`;
    const sum = this.#sums.get(key) ?? {
      losses: new Float64Array(losses.length),
      less: new Float64Array(losses.length),
      models: 0,
    };
    this.#sums.set(key, sum);
    for (let i = 0; i < losses.length; i++) {
      sum.losses[i]! += losses[i]!;
      sum.less[i]! += less[i]!;
    }
    sum.models++;
  }

  /** Over several splits the mean of the values and the worst bounds; null where a model did not refit it. */
  total(design: Pick<Design, "records" | "weight" | "totalWeight">, what: What): Bounded | null {
    const all = Array.from({ length: 1 + this.splits.length }, (_, split) => split);
    const each = all.flatMap((split) => {
      const sum = this.#sums.get(`${split} ${what}`);
      return sum?.models === this.#models ? [bounded(meanDifference(design, sum.losses, sum.less))] : [];
    });
    return each.length === all.length ? worstOf(each) : null;
  }
}
