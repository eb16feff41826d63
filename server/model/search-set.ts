import type { Progress } from "../jobs/serve-tasks.ts";
import { bestOf, type Choice, chooseSet } from "./choose-set.ts";
import { aloneLambda, type Fits, fitNested } from "./fit-nested.ts";
import { type CrossFit, crossFit } from "./fitting/cross-fit.ts";
import { type Design, makeDesign } from "./fitting/design.ts";
import { fitAlone, fitNone } from "./fitting/fit-alone.ts";
import { type RowSpace, rowSpace } from "./fitting/row-passes.ts";
import { tune } from "./fitting/tune.ts";
import type { ModelInput } from "./model-input.ts";
import { withPairs } from "./pairs/pairs.ts";
import { revealLess } from "./reveal-less.ts";
import { type Limits, type Settled, settleAsIs, settleSet } from "./settle-set.ts";
import { type Difference, meanDifference, nothing, pOf } from "./statistics/differences.ts";
import { zSupported } from "./statistics/intervals.ts";

/** Level of the claim that any field alone tells something, over all fields. */
const levelAlone = 0.01;
const mostReferences = 3;

/** A kept set and what it is held against, on one set of records. */
export interface Found {
  readonly design: Design;
  readonly space: RowSpace;
  readonly fits: Fits;
  readonly choice: Choice;
  /** G, of the choice's reference over the base rate */
  readonly gain: Difference;
  readonly limits: Limits;
  /** null where the fields do not support the goal */
  readonly settled: Settled | null;
}

/** Fits, follows the path, chooses the smallest set and settles it. */
export function searchSet(input: ModelInput, progress: Progress): Found {
  const plain = makeDesign(input);
  const space = rowSpace(plain.records);
  progress(0, 4, "Fitting every field");
  const fits = fitNested(plain, input.settings.q, space, progress);
  const { design } = fits;
  progress(2, 4, "Choosing the smallest set");
  const choice = chooseSet(design, fits.nested, fits.none.losses, 1 - input.settings.keep);
  const gainOf = ({ losses }: CrossFit) => meanDifference(design, fits.none.losses, losses);
  const limitsOf = (reference: CrossFit) => limitsAt(input, gainOf(reference));
  const found = { design, space, fits };
  if (!isSupported(design, fits, gainOf(choice.reference))) {
    return { ...found, choice, gain: gainOf(choice.reference), limits: limitsOf(choice.reference), settled: null };
  }
  const settle = (from: Choice) => settleSet(design, from, fits.tested, limitsOf(from.reference), space);
  const { settled: usual, reference } = settleAgainstBest(design, choice, settle, space);
  const against = { reference, proven: choice.proven };
  const settled = revealLess(design, against, usual, fits.tested, limitsOf(reference), space);
  return {
    ...found,
    choice: { ...choice, reference },
    gain: gainOf(reference),
    limits: limitsOf(reference),
    settled,
  };
}

/** The same set and reference on other records of the same fields: fitted anew, and nothing chosen anew. */
export function carryTo(input: ModelInput, { design: searched, fits, choice }: Found, settled: Settled): Found {
  const plain = makeDesign(input);
  const design = withPairs(plain, searched.pairs);
  const space = rowSpace(design.records);
  const refit = ({ layout, lambda }: CrossFit) => crossFit(design, layout.fields, lambda, space);
  const kept = refit(settled.kept);
  const reference = choice.reference === settled.kept ? kept : refit(choice.reference);
  const none = fitNone(plain);
  const alone = plain.fields.map((_, field) => fitAlone(plain, field, aloneLambda));
  const gain = meanDifference(design, none.losses, reference.losses);
  const limits = limitsAt(input, gain);
  return {
    design,
    space,
    fits: { ...fits, design, none, alone, full: refit(fits.full) },
    choice: { ...choice, reference, kept },
    gain,
    limits,
    settled: settleAsIs(design, kept, fits.tested, limits, space),
  };
}

function limitsAt({ settings: { keep, delta, q } }: ModelInput, { value }: Difference): Limits {
  return { setLoss: (1 - keep) * value, floor: delta * value, q };
}

/**
 * The kept set may win fields that the reference has not: then the reference takes them in, if it is the better for it,
 * and the set is settled once more against it.
 */
function settleAgainstBest(
  design: Design,
  choice: Choice,
  settle: (from: Choice) => Settled,
  space: RowSpace,
): { settled: Settled; reference: CrossFit } {
  let { reference } = choice;
  let settled = settle(choice);
  for (let round = 0; round < mostReferences; round++) {
    const { kept } = settled;
    const gained = kept.layout.fields.filter((field) => !reference.layout.fields.includes(field));
    if (gained.length === 0) break;
    const wider = tune(design, [...reference.layout.fields, ...gained], space, kept.lambda, kept);
    const best = bestOf(design, [reference, wider, kept]);
    if (best === reference) break;
    reference = best;
    settled = settle({ ...choice, reference, kept });
  }
  return { settled, reference };
}

/**
 * Does the reference stand clear above the base rate? The reference was chosen by its losses; so the model of all fields,
 * or one field alone among them all, must stand clear as well.
 */
function isSupported(design: Design, fits: Fits, gain: Difference): boolean {
  const gainOf = ({ losses }: Pick<CrossFit, "losses">) => meanDifference(design, fits.none.losses, losses);
  const isClear = ({ value, error }: Difference) => value > nothing && value - zSupported * error > 0;
  if (!isClear(gain)) return false;
  return isClear(gainOf(fits.full)) || fits.alone.some((fit) => pOf(gainOf(fit)) * fits.alone.length < levelAlone);
}
