import { UserError } from "../errors.ts";
import type { Progress } from "../jobs/serve-tasks.ts";
import { bestOf, type Choice, chooseSet } from "./choose-set.ts";
import { composeResult } from "./compose-result.ts";
import type { CrossFit } from "./cross-fit.ts";
import { type Design, makeDesign } from "./design.ts";
import { type Difference, meanDifference, nothing, pOf } from "./differences.ts";
import { type Fits, fitNested } from "./fit-nested.ts";
import { zSupported } from "./intervals.ts";
import { measureFields } from "./measure-fields.ts";
import { measureHeld } from "./measure-held.ts";
import type { ModelInput, ModelResult } from "./model-result.ts";
import { type RowSpace, rowSpace } from "./row-passes.ts";
import { type Limits, type Settled, settleSet } from "./settle-set.ts";
import { countShadows } from "./shadows.ts";
import { tune } from "./tune.ts";

/** Level of the claim that any field alone tells something, over all fields. */
const levelAlone = 0.01;
const mostReferences = 3;

/**
 * Which fields does the goal need? Pure and in a fixed order: the same records in the same order give the same answer
 * to the last digit.
 * @throws UserError for outcomes that are not yes or no
 */
export function fitGoal(input: ModelInput, progress: Progress = () => undefined): ModelResult {
  if (input.measure !== "auc") {
    throw new UserError(
      "An outcome that is a number cannot be tested yet. Give the goal an outcome that is yes or no.",
    );
  }
  const plain = makeDesign(input);
  const space = rowSpace(plain.records);
  progress(0, 4, "Fitting every field");
  const fits = fitNested(plain, input.settings.q, space, progress);
  const { design } = fits;
  progress(2, 4, "Choosing the smallest set");
  const { keep, delta, q } = input.settings;
  const choice = chooseSet(design, fits.nested, fits.none.losses, 1 - keep);
  const gainOf = ({ losses }: CrossFit) => meanDifference(design, fits.none.losses, losses);
  if (!isSupported(design, fits, gainOf(choice.reference))) {
    return composeResult(input, design, fits, { gain: gainOf(choice.reference), choice });
  }
  const limitsOf = ({ value }: Difference): Limits => ({ setLoss: (1 - keep) * value, floor: delta * value, q });
  const settle = (from: Choice) => settleSet(design, from, fits.tested, limitsOf(gainOf(from.reference)), space);
  const { settled, reference } = settleAgainstBest(design, choice, settle, space);
  const gain = gainOf(reference);
  progress(3, 4, "Measuring each field");
  const measurements = measureFields(input, design, fits.tested, settled, reference, space);
  const shadows = countShadows(design, settled, measurements.fields, limitsOf(gain), input.settings.seed, space);
  const held = measureHeld(design, fits, settled.kept, gain.value, q, space);
  progress(4, 4, "Done");
  return composeResult(input, design, fits, {
    gain,
    choice: { ...choice, reference },
    settled,
    measurements,
    held,
    shadows,
  });
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
