import { type Choice, staysWithin } from "./choose-set.ts";
import { type CrossFit, crossFit } from "./fitting/cross-fit.ts";
import type { Design } from "./fitting/design.ts";
import type { RowSpace } from "./fitting/row-passes.ts";
import { tune } from "./fitting/tune.ts";
import { partnersOf } from "./pairs/pairs.ts";
import { type Score, scoreTest } from "./score-test.ts";
import { discoveries } from "./statistics/benjamini-hochberg.ts";
import { type Difference, meanDifference, pOf } from "./statistics/differences.ts";
import { z90 } from "./statistics/intervals.ts";

/** A refit with one field more or fewer than the kept set. */
export interface Change {
  readonly field: number;
  readonly fit: CrossFit;
  /** D_j: gain per record that the field brings, given the other kept fields */
  readonly gain: Difference;
}

export interface Settled {
  readonly kept: CrossFit;
  readonly without: readonly Change[];
  /** of every tested field outside */
  readonly scores: ReadonlyMap<number, Score>;
  /** of fields outside, those that the score test proposed */
  readonly withAlso: ReadonlyMap<number, Change>;
}

export interface Limits {
  /** what the set may lose against the reference, in nats per record */
  readonly setLoss: number;
  /** delta G, in nats per record */
  readonly floor: number;
  readonly q: number;
}

const mostRounds = 6;
const mostProposed = 8;

/** Tunes the kept set anew, then prunes and adds fields until neither helps. */
export function settleSet(
  design: Design,
  choice: Choice,
  tested: readonly number[],
  limits: Limits,
  space: RowSpace,
): Settled {
  let kept = tune(design, choice.kept.layout.fields, space, choice.kept.lambda, choice.kept);
  const mayLose = (fit: CrossFit) =>
    !choice.proven || staysWithin(meanDifference(design, fit.losses, choice.reference.losses), limits.setLoss);
  for (let round = 0; ; round++) {
    const pruned = prune(design, kept, limits.floor, mayLose, space);
    kept = pruned.kept;
    const outside = scoreOutside(design, kept, tested, space);
    const { best, withAlso } = findAddition(design, kept, pruned.without, outside, limits, space);
    if (!best || round === mostRounds) return { kept, without: pruned.without, scores: outside, withAlso };
    kept = best.fit;
  }
}

/** Prices every field against a set that is not to be changed any more. */
export function settleAsIs(
  design: Design,
  kept: CrossFit,
  tested: readonly number[],
  limits: Limits,
  space: RowSpace,
  without: readonly Change[] = dropEach(design, kept, space),
): Settled {
  const scores = scoreOutside(design, kept, tested, space);
  const { withAlso } = findAddition(design, kept, without, scores, limits, space);
  return { kept, without, scores, withAlso };
}

function prune(
  design: Design,
  start: CrossFit,
  floor: number,
  mayLose: (fit: CrossFit) => boolean,
  space: RowSpace,
): { kept: CrossFit; without: Change[] } {
  let kept = start;
  for (;;) {
    const without = dropEach(design, kept, space);
    const idle = without
      .filter(({ gain, fit }) => kept.layout.blocks.length > 1 && gain.value + z90 * gain.error < floor && mayLose(fit))
      .sort((a, b) => priced(design, a) - priced(design, b) || byName(design, a.field, b.field));
    if (!idle[0]) return { kept, without };
    kept = idle[0].fit;
  }
}

export function dropEach(design: Design, kept: CrossFit, space: RowSpace): Change[] {
  return kept.layout.fields.map((field) => dropOne(design, kept, field, space));
}

export function dropOne(design: Design, kept: CrossFit, field: number, space: RowSpace): Change {
  const rest = kept.layout.fields.filter((other) => other !== field);
  const fit = crossFit(design, rest, kept.lambda, space, kept);
  return { field, fit, gain: meanDifference(design, fit.losses, kept.losses) };
}

function scoreOutside(design: Design, kept: CrossFit, tested: readonly number[], space: RowSpace): Map<number, Score> {
  const test = scoreTest(design, kept, space);
  return new Map(tested.filter((field) => !kept.layout.fields.includes(field)).map((field) => [field, test.of(field)]));
}

/** Adds a field; one that tells something only together with fields outside comes with the first of them. */
export function addOne(design: Design, kept: CrossFit, field: number, space: RowSpace): Change {
  const fields = [...kept.layout.fields, field, ...companionsOf(design, kept, field)];
  const fit = crossFit(design, fields, kept.lambda, space, kept);
  return { field, fit, gain: meanDifference(design, kept.losses, fit.losses) };
}

function companionsOf(design: Design, kept: CrossFit, field: number): number[] {
  const partners = partnersOf(design, field);
  return partners.some((other) => kept.layout.blocks.includes(other)) ? [] : partners.slice(0, 1);
}

/** Fields that no score test proposes, because they tell something only together with others outside. */
function onlyTogether(design: Design, kept: CrossFit, outside: ReadonlyMap<number, Score>): number[] {
  return [...outside.keys()].filter((field) => companionsOf(design, kept, field).length > 0);
}

/**
 * The field outside that brings most. The score test, over all tested fields, proposes; near a kept field it is too
 * rosy, so a refit of the most promising ones decides.
 */
function findAddition(
  design: Design,
  kept: CrossFit,
  without: readonly Change[],
  scores: ReadonlyMap<number, Score>,
  limits: Limits,
  space: RowSpace,
): { best: Change | undefined; withAlso: Map<number, Change> } {
  const outside = [...scores];
  const all = [...without.map(({ gain }) => pOf(gain)), ...outside.map(([, { p }]) => p)];
  const found = discoveries(all, limits.q).slice(without.length);
  const promising = outside
    .filter(([, { value, error }], index) => found[index] && value + z90 * error >= limits.floor)
    .sort(([a, scoreOfA], [b, scoreOfB]) => scoreOfB.value - scoreOfA.value || byName(design, a, b))
    .slice(0, mostProposed);
  const proposed = new Set([...promising.map(([field]) => field), ...onlyTogether(design, kept, scores)]);
  const withAlso = new Map([...proposed].map((field) => [field, addOne(design, kept, field, space)]));
  const p = [...without, ...withAlso.values()].map(({ gain }) => pOf(gain));
  const untested = Array.from({ length: scores.size - withAlso.size }, () => 1);
  const significant = discoveries([...p, ...untested], limits.q).slice(without.length);
  const best = [...withAlso.values()]
    .filter(({ gain }, index) => significant[index] && gain.value >= limits.floor)
    .sort((a, b) => b.gain.value - a.gain.value || byName(design, a.field, b.field))[0];
  return { best, withAlso };
}

/** A dear field goes sooner than a cheap one of the same gain. */
export function priced(design: Design, { field, gain }: Pick<Change, "field" | "gain">): number {
  const { cost } = design.fields[field]!;
  return gain.value > 0 ? gain.value / cost : gain.value * cost;
}

export function byName(design: Design, a: number, b: number): number {
  return design.fields[a]!.name < design.fields[b]!.name ? -1 : 1;
}
