import type { Progress } from "../jobs/serve-tasks.ts";
import type { Estimate } from "../vocabulary.ts";
import { type CrossFit, crossFit } from "./fitting/cross-fit.ts";
import { type Design, makeDesign } from "./fitting/design.ts";
import { otherSplits } from "./fitting/fold-splits.ts";
import { rowSpace } from "./fitting/row-passes.ts";
import type { FittedSet } from "./levels/levels-input.ts";
import { bounded, fewRecords, moreSplits, worstOf } from "./measure-fields.ts";
import type { ModelInput } from "./model-input.ts";
import { namedPairs, placesOf } from "./named-fields.ts";
import { withPairs } from "./pairs/pairs.ts";
import { muPlus } from "./redundancy.ts";
import { meanDifference } from "./statistics/differences.ts";
import { foundInTop, inTopShare } from "./statistics/ranking.ts";

export interface StandInsInput {
  /** with the fields of the reference, the kept set and whatever may stand in, as they were tested */
  readonly input: ModelInput;
  readonly reference: FittedSet;
  readonly kept: FittedSet;
  readonly gain: number;
  readonly pairs: readonly (readonly [string, string])[];
  /** fields that may stand in, in any order */
  readonly others: readonly string[];
}

/** What the kept set would be worth with one of its fields changed for one from outside; refitted, out of fold. */
export interface StandIn {
  readonly of: string;
  readonly by: string;
  /** how far the one says what the other is (mu+) */
  readonly told: number;
  /** share of the reference's gain that the set then keeps; `low` one-sided 95 % */
  readonly keptShare: { readonly value: number; readonly low: number };
  readonly found: Estimate;
  /** is the change shown to lose less than the floor of a single field? */
  readonly same: boolean;
}

const leastTold = 0.2;
const mostOfOne = 2;
const mostInAll = 12;

/**
 * Which field outside the kept set could take the place of which inside: those that say most of what it is (mu+), each
 * measured by an honest refit of the whole set with the one in place of the other; with few records over five splits.
 */
export function findStandIns(given: StandInsInput, progress: Progress = () => undefined): readonly StandIn[] {
  progress(0, 1, "Looking for what could stand in");
  const { input, kept, gain } = given;
  const folds = [input.fold, ...(input.records < fewRecords ? otherSplits(input, moreSplits) : [])];
  const splits = folds.map((fold) => fitSplit(given, fold));
  const [first] = splits;
  const floor = input.settings.delta * gain;
  if (!first) return [];
  const swaps = candidates(first.design, given);
  return swaps.map(({ of, by, told }, place): StandIn => {
    progress(place, swaps.length, "Looking for what could stand in");
    const names = kept.fields.map((name) => (name === of ? by : name));
    const each = splits.map((split) => {
      const fit = split.refit({ fields: names, lambda: kept.lambda });
      return {
        fit,
        loss: bounded(meanDifference(split.design, fit.losses, split.reference.losses)),
        more: bounded(meanDifference(split.design, fit.losses, split.kept.losses)),
      };
    });
    const loss = worstOf(each.map((one) => one.loss));
    const more = worstOf(each.map((one) => one.more));
    return {
      of,
      by,
      told,
      keptShare: { value: 1 - loss.value / gain, low: 1 - loss.high / gain },
      found: foundInTop(first.design, inTopShare(first.design, each[0]!.fit.eta)),
      same: more.high < floor,
    };
  });
}

interface Split {
  readonly design: Design;
  readonly kept: CrossFit;
  readonly reference: CrossFit;
  readonly refit: (set: FittedSet) => CrossFit;
}

function fitSplit({ input, kept, reference, pairs }: StandInsInput, fold: Uint8Array): Split {
  const design = withPairs(makeDesign(input, fold), namedPairs(input, pairs));
  const space = rowSpace(design.records);
  const refit = ({ fields, lambda }: FittedSet, warm?: CrossFit) =>
    crossFit(design, placesOf(input, fields), lambda, space, warm);
  const own = refit(kept);
  return { design, kept: own, reference: refit(reference, own), refit: (set) => refit(set, own) };
}

type Swap = Pick<StandIn, "of" | "by" | "told">;

/** For each kept field the few that say most of it; of them all those that say most. */
function candidates(design: Design, { kept, others }: StandInsInput): Swap[] {
  const place = (name: string) => design.fields.findIndex((field) => field.name === name);
  const outside = others.filter((name) => !kept.fields.includes(name)).toSorted();
  const byTold = (a: Swap, b: Swap) => b.told - a.told || (a.of + a.by < b.of + b.by ? -1 : 1);
  return kept.fields
    .flatMap((of) =>
      outside
        .map((by): Swap => ({ of, by, told: muPlus(design, place(by), place(of)) }))
        .filter(({ told }) => told >= leastTold)
        .sort(byTold)
        .slice(0, mostOfOne),
    )
    .sort(byTold)
    .slice(0, mostInAll);
}
