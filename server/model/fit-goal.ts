import { UserError } from "../errors.ts";
import type { Progress } from "../jobs/serve-tasks.ts";
import { chooseSet } from "./choose-set.ts";
import { composeResult } from "./compose-result.ts";
import { makeDesign } from "./design.ts";
import { meanDifference } from "./differences.ts";
import { fitNested } from "./fit-nested.ts";
import { zSupported } from "./intervals.ts";
import { measureFields } from "./measure-fields.ts";
import type { ModelInput, ModelResult } from "./model-result.ts";
import { rowSpace } from "./row-passes.ts";
import { settleSet } from "./settle-set.ts";

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
  const design = makeDesign(input);
  const space = rowSpace(design.records);
  progress(0, 4, "Fitting every field");
  const fits = fitNested(design, space, progress);
  progress(2, 4, "Choosing the smallest set");
  const { keep, delta, q } = input.settings;
  const choice = chooseSet(design, fits.nested, fits.none.losses, 1 - keep);
  const gain = meanDifference(design, fits.none.losses, choice.reference.losses);
  if (gain.value - zSupported * gain.error <= 0) return composeResult(input, design, fits, { gain, choice });
  const limits = { setLoss: (1 - keep) * gain.value, floor: delta * gain.value, q };
  const settled = settleSet(design, choice, fits.tested, limits, space);
  progress(3, 4, "Measuring each field");
  const measurements = measureFields(input, design, fits.tested, settled, choice.reference, space);
  progress(4, 4, "Done");
  return composeResult(input, design, fits, { gain, choice, settled, measurements });
}
