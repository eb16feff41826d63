import { bestOf } from "../choose-set.ts";
import { type CrossFit, crossFit, type Warm } from "../fitting/cross-fit.ts";
import { type Design, makeDesign } from "../fitting/design.ts";
import { carryOver, layOut } from "../fitting/layout.ts";
import { type RowSpace, rowSpace } from "../fitting/row-passes.ts";
import { withPairs } from "../pairs/pairs.ts";
import { type Difference, meanDifference } from "../statistics/differences.ts";
import type { LevelsInput } from "./levels-input.ts";
import { type LevelFields, type PricedLevel, priceLevels } from "./price-levels.ts";
import { bestByPrice, dropped, type LevelState } from "./walk-levels.ts";

type Priced = readonly (readonly PricedLevel[])[];

/** One way to deal the records into folds: the kept set refitted at any levels, and what it is held against. */
export class LevelSplit {
  readonly design: Design;
  readonly priced: Priced;
  /** how much better the reference is than the one given, in nats per record */
  readonly improvement: number;
  readonly #space: RowSpace;
  readonly #leveled: readonly LevelFields[];
  /** the kept set as it was tested */
  readonly #exact: CrossFit;
  readonly #reference: CrossFit;
  /** what levels are held against: the reference, for a lean set the set itself */
  readonly #baseline: CrossFit;
  readonly #fitted = new Map<string, CrossFit>();

  /** @param priced prices of another split of the same records */
  constructor(levels: LevelsInput, fold: Uint8Array, priced?: Priced) {
    const { reference, kept, proven, fields } = levels;
    this.design = withLevelPairs(makeDesign(withLevels(levels), fold), levels);
    const place = (name: string) => this.design.fields.findIndex((field) => field.name === name);
    this.#space = rowSpace(this.design.records);
    this.#leveled = fields.map(({ name, levels }) => ({
      field: place(name),
      levels: levels.map(({ key }) => place(nameAt(name, key))),
    }));
    this.#exact = crossFit(this.design, kept.fields.map(place), kept.lambda, this.#space);
    this.#fitted.set(fields.map(() => -1).join(), this.#exact);
    this.priced =
      priced ??
      fields.map((field, index) => priceLevels(this.design, this.#exact, field, this.#leveled[index]!, this.#space));
    const given = crossFit(this.design, reference.fields.map(place), reference.lambda, this.#space, this.#exact);
    // Where levels do better than the values, more detail would be a poor reference: the best there is stands in.
    const best = this.refit(bestByPrice(this.priced));
    this.#reference = bestOf(this.design, [given, this.#exact, best]);
    this.#baseline = proven ? this.#reference : bestOf(this.design, [this.#exact, best]);
    this.improvement = meanDifference(this.design, given.losses, this.#reference.losses).value;
  }

  refit(state: LevelState): CrossFit {
    const found = this.#fitted.get(state.join());
    if (found) return found;
    const fields = this.#fieldsAt(state);
    const fit = crossFit(this.design, fields, this.#exact.lambda, this.#space, this.#warmAt(fields));
    this.#fitted.set(state.join(), fit);
    return fit;
  }

  isFitted(state: LevelState): boolean {
    return this.#fitted.has(state.join());
  }

  /** What the levels lose, in nats per record. */
  loss(state: LevelState): Difference {
    return meanDifference(this.design, this.refit(state).losses, this.#baseline.losses);
  }

  /** What the set at these levels loses against the reference, in nats per record. */
  setLoss(state: LevelState): Difference {
    return meanDifference(this.design, this.refit(state).losses, this.#reference.losses);
  }

  #fieldsAt(state: LevelState): number[] {
    return this.#exact.layout.fields.flatMap((field) => {
      const index = this.#leveled.findIndex((one) => one.field === field);
      const level = state[index] ?? -1;
      if (level === dropped) return [];
      return [this.#leveled[index]?.levels[level] ?? field];
    });
  }

  /** Each field begins where it stood, each level where its price was taken. */
  #warmAt(fields: readonly number[]): Warm {
    const layout = layOut(this.design, fields);
    const beta = carryOver(this.#exact.beta, this.#exact.layout, layout, this.design);
    for (const { field, block } of this.priced.flat()) {
      const offset = layout.offsets[fields.indexOf(field)];
      if (offset !== undefined) beta.set(block, offset);
    }
    return { layout, beta };
  }
}

function withLevels({ input, fields }: LevelsInput): LevelsInput["input"] {
  const levels = fields.flatMap(({ name, levels }) =>
    levels.map(({ key, codes, bins, ordered }) => ({ name: nameAt(name, key), codes, bins, ordered })),
  );
  return { ...input, fields: [...input.fields, ...levels] };
}

/** Each pair at every level of its fields: a model holds the one whose two levels it holds. */
function withLevelPairs(design: Design, { pairs, fields }: LevelsInput): Design {
  const formsOf = (name: string) => {
    const levels = fields.find((field) => field.name === name)?.levels ?? [];
    const names = new Set([name, ...levels.map(({ key }) => nameAt(name, key))]);
    return design.fields.flatMap((field, place) => (names.has(field.name) ? [place] : []));
  };
  return withPairs(
    design,
    pairs.flatMap(([one, other]) =>
      formsOf(one).flatMap((first) => formsOf(other).map((second) => ({ first, second }))),
    ),
  );
}

function nameAt(field: string, level: string): string {
  return `${field}\n${level}`;
}
