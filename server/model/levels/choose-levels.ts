import type { Progress } from "../../jobs/serve-tasks.ts";
import type { Estimate } from "../../vocabulary.ts";
import { staysWithin } from "../choose-set.ts";
import { otherSplits } from "../fitting/fold-splits.ts";
import { fewRecords, moreSplits } from "../measure-fields.ts";
import { z90 } from "../statistics/intervals.ts";
import { foundInTop, inTopShare, rankingQuality } from "../statistics/ranking.ts";
import { LevelSplit } from "./level-split.ts";
import type { ChosenLevel, LeveledField, LevelsInput, LevelsResult, MeasuredLevel } from "./levels-input.ts";
import { dropped, type LevelState, walkLevels } from "./walk-levels.ts";

/** Prices are too rosy (method §6): the first checkpoint is set at this part of what may be lost. */
const shareOfPrices = 0.5;

/**
 * The coarsest human level of each field of the kept set, such that the set at all of these levels together is shown to
 * lose no more than the tolerance (one-sided 95 %, out of fold, on every split). Pure and in a fixed order.
 */
export function chooseLevels(levels: LevelsInput, progress: Progress = () => undefined): LevelsResult {
  progress(0, 2, "Trying coarser levels");
  const { input } = levels;
  const first = new LevelSplit(levels, input.fold);
  const more = input.records < fewRecords ? otherSplits(input, moreSplits) : [];
  const splits = [first, ...more.map((fold) => new LevelSplit(levels, fold, first.priced))];
  const gain = levels.gain + first.improvement;
  const allowed = (1 - input.settings.keep) * gain;
  const passes = (state: LevelState) => splits.every((split) => staysWithin(split.loss(state), allowed));
  const state = walkLevels(first.priced, passes, shareOfPrices * allowed);
  if (state.every((level) => level < 0)) return { chosen: [], performance: null };
  progress(1, 2, "Measuring the levels");
  const chosen = levels.fields.flatMap((field, index): ChosenLevel[] => {
    const level = field.levels[state[index]!];
    return level ? [{ name: field.name, level: level.key, measured: measure(first, field, index, state) }] : [];
  });
  progress(2, 2, "Done");
  return { chosen, performance: measureSet(splits, state, gain) };
}

/** The field as it was tested, at its level, at others that happen to be fitted, and left out; the others as chosen. */
function measure(split: LevelSplit, field: LeveledField, index: number, state: LevelState): MeasuredLevel[] {
  const at = (level: number) => state.with(index, level);
  return [
    { level: null, found: found(split, at(-1)) },
    ...field.levels.flatMap(({ key }, level) =>
      split.isFitted(at(level)) ? [{ level: key, found: found(split, at(level)) }] : [],
    ),
    { level: "drop", found: found(split, at(dropped)) },
  ];
}

function measureSet(
  splits: readonly LevelSplit[],
  state: LevelState,
  gain: number,
): NonNullable<LevelsResult["performance"]> {
  const first = splits[0]!;
  const losses = splits.map((split) => split.setLoss(state));
  const value = losses.reduce((sum, loss) => sum + loss.value, 0) / losses.length;
  const high = Math.max(...losses.map((loss) => loss.value + z90 * loss.error));
  return {
    keptFields: rankingQuality(first.design, first.refit(state).eta),
    keptShare: { value: 1 - value / gain, low: 1 - high / gain },
    found: found(first, state),
  };
}

function found(split: LevelSplit, state: LevelState): Estimate {
  return foundInTop(split.design, inTopShare(split.design, split.refit(state).eta));
}
