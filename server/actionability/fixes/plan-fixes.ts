import type { FixEffort, Goal, StageName } from "../../vocabulary.ts";

export type Effort = "small" | "medium" | "large";
/** What an effort costs when sets are compared, where nobody said it. */
export const effortPoints: Readonly<Record<Effort, number>> = { small: 1, medium: 3, large: 8 };

/** More would be more than 4,096 sets. */
export const MOST_REMEDIES = 12;
/** Without a wish: this much of what all of them bring. */
const USUAL_WISH = 0.8;

/** One concrete thing to do. */
export interface Remedy {
  /** as the strategy's `efforts:` name it */
  readonly key: string;
  readonly stage: StageName;
  readonly fix: string;
  /** what such a thing usually takes */
  readonly effort: Effort;
  /** what the count takes for granted, or whom it leaves alone; null where there is nothing to add */
  readonly note: string | null;
}

/** Units that the same sets of remedies bring back. A way is a set of remedies, bit i for the i-th; 0 is acted on already. */
export interface WaysOut {
  readonly units: number;
  readonly ways: readonly number[];
}

/** Everything that can be mended, and whom it brings back: what a plan is made from. */
export interface Mending {
  readonly remedies: readonly Remedy[];
  readonly groups: readonly WaysOut[];
  /** units at the first stage */
  readonly known: number;
  /** units acted on today */
  readonly acted: number;
}

export interface PlannedFix extends Remedy {
  readonly points: number;
  /** who reckoned the points; null where they are the usual ones */
  readonly by: string | null;
  /** what it brings by itself */
  readonly gain: number;
  readonly shareAfter: number;
}

/** A set of fixes than which none of less effort brings more. */
export interface PlanStep {
  /** places in the plan's `fixes` */
  readonly fixes: readonly number[];
  readonly effort: number;
  readonly gain: number;
  readonly shareAfter: number;
}

export interface FixPlan {
  /** the one that brings most by itself first */
  readonly fixes: readonly PlannedFix[];
  /** all of them together */
  readonly together: PlanStep;
  /** from the least effort to the most, each bringing more than the one before */
  readonly steps: readonly PlanStep[];
  readonly shareNow: number;
  readonly wishedShare: number;
  /** whether a person wished it; else it is four fifths of the way */
  readonly wished: boolean;
  /** the cheapest set that reaches the wished share; null where all together do not */
  readonly cheapest: PlanStep | null;
}

/** What a person said about the plan of one goal. */
export interface PlanWishes {
  readonly efforts: readonly FixEffort[];
  readonly goal: Pick<Goal, "key" | "wishedShare">;
}

/**
 * The cheapest sets of fixes, exactly: every one of the at most 4,096 sets is counted. A unit comes back only when all
 * that stops it is mended. Without a wish the share to reach is four fifths of the way to what all fixes together reach.
 * Null where nothing can be mended.
 */
export function planFixes(mending: Mending, { efforts, goal }: PlanWishes): FixPlan | null {
  const { groups, known, acted } = mending;
  if (mending.remedies.length > MOST_REMEDIES)
    throw new RangeError(`At most ${MOST_REMEDIES} fixes can be weighed at once.`);
  if (!mending.remedies.length || known === 0) return null;
  const remedies = mending.remedies.map((remedy) => ({ ...remedy, ...pointsOf(remedy, efforts, goal.key) }));
  const gains = gainsOfSets(groups, 1 << remedies.length);
  const order = remedies
    .map((remedy, place) => ({ remedy, place, gain: gains[1 << place] ?? 0 }))
    .sort((one, other) => other.gain - one.gain || one.place - other.place);
  const shareAfter = (gain: number) => (acted + gain) / known;
  const step = (set: number): PlanStep => ({
    fixes: order.flatMap(({ place }, rank) => (set & (1 << place) ? [rank] : [])),
    effort: effortOf(remedies, set),
    gain: gains[set] ?? 0,
    shareAfter: shareAfter(gains[set] ?? 0),
  });
  const all = (1 << remedies.length) - 1;
  const steps = cheapestSets(remedies, gains).map(step);
  const wishedShare = goal.wishedShare ?? shareAfter(USUAL_WISH * (gains[all] ?? 0));
  return {
    fixes: order.map(({ remedy, gain }) => ({ ...remedy, gain, shareAfter: shareAfter(gain) })),
    together: step(all),
    steps,
    shareNow: shareAfter(0),
    wishedShare,
    wished: goal.wishedShare !== undefined,
    cheapest: steps.find((one) => one.shareAfter >= wishedShare - 1e-9) ?? null,
  };
}

/** What was said for this goal stands over what was said for every goal. */
function pointsOf({ key, effort }: Remedy, efforts: readonly FixEffort[], goal: string) {
  const said = efforts.filter(({ fix }) => fix === key);
  const found = said.find((one) => one.goal === goal) ?? said.find((one) => one.goal === undefined);
  return { points: found?.points ?? effortPoints[effort], by: found?.by ?? null };
}

interface Weighed {
  readonly points: number;
}

/** Units that each set brings back, by its bit mask. */
function gainsOfSets(groups: readonly WaysOut[], sets: number): readonly number[] {
  const gains = new Array<number>(sets).fill(0);
  for (const { units, ways } of groups) {
    if (ways.includes(0) || !ways.length) continue;
    for (let set = 1; set < sets; set++) {
      if (ways.some((way) => (set & way) === way)) gains[set] = (gains[set] ?? 0) + units;
    }
  }
  return gains;
}

/** Per effort the set that brings most, then of fewest fixes; kept where it brings more than any of less effort. */
function cheapestSets(remedies: readonly Weighed[], gains: readonly number[]): readonly number[] {
  const sets = gains
    .map((gain, set) => ({ set, gain, effort: effortOf(remedies, set), size: sizeOf(set) }))
    .filter(({ gain }) => gain > 0)
    .sort(
      (one, other) =>
        one.effort - other.effort || other.gain - one.gain || one.size - other.size || one.set - other.set,
    );
  let most = 0;
  return sets.flatMap(({ set, gain }) => {
    if (gain <= most) return [];
    most = gain;
    return [set];
  });
}

function effortOf(remedies: readonly Weighed[], set: number): number {
  return remedies.reduce((sum, { points }, place) => (set & (1 << place) ? sum + points : sum), 0);
}

function sizeOf(set: number): number {
  return set === 0 ? 0 : (set & 1) + sizeOf(set >> 1);
}
