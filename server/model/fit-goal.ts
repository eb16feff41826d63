import type { Progress, Tell } from "../jobs/serve-tasks.ts";
import { composeResult, describePath } from "./compose-result.ts";
import { type Confirmation, confirmSet } from "./confirm-set.ts";
import { firstNeed } from "./first-need.ts";
import { leaveOut, lockQuarter } from "./lock-quarter.ts";
import { type Measured, measureFields } from "./measure-fields.ts";
import { measureHeld } from "./measure-held.ts";
import type { ModelInput } from "./model-input.ts";
import type { FieldNeed, ModelResult } from "./model-result.ts";
import { carryTo, type Found, searchSet } from "./search-set.ts";
import type { Settled } from "./settle-set.ts";
import { countShadows } from "./shadows.ts";

/**
 * Which fields does the goal need? Pure and in a fixed order: the same records in the same order give the same answer
 * to the last digit. With enough records a quarter of them is locked away while the kept set is searched for.
 * @param tell each field as it is measured: a first look, which the others may still change
 */
export function fitGoal(
  input: ModelInput,
  progress: Progress = () => undefined,
  tell: Tell<FieldNeed> = () => undefined,
): ModelResult {
  const locked = lockQuarter(input);
  const searched = locked ? leaveOut(input, locked) : input;
  const found = searchSet(searched, progress);
  const { settled } = found;
  if (!settled) return composeResult(searched, found);
  const whole = locked ? carryTo(input, found, settled) : found;
  const confirmed = locked ? confirm(input, locked, found, settled) : null;
  progress(3, 4, "Measuring each field");
  const findings = measure(input, whole, whole.settled ?? settled, tell);
  progress(4, 4, "Done");
  return composeResult(input, whole, { ...findings, confirmed, path: describePath(found) });
}

function measure(input: ModelInput, found: Found, settled: Settled, tell: Tell<FieldNeed>) {
  const { design, fits, choice, gain, limits, space } = found;
  const { q, seed } = input.settings;
  const each = (measured: Measured) => tell(firstNeed(found, settled.kept, measured, input.settings));
  const measurements = measureFields(input, design, fits.tested, settled, choice.reference, space, undefined, each);
  return {
    measurements,
    shadows: countShadows(design, settled, measurements.fields, limits, seed, space),
    held: measureHeld(design, fits, settled.kept, gain.value, q, space),
  };
}

function confirm(input: ModelInput, locked: Uint8Array, found: Found, { kept }: Settled): Confirmation {
  const set = ({ layout, lambda }: typeof kept) => ({ fields: layout.fields, lambda });
  return confirmSet(input, locked, found.design.pairs, set(kept), set(found.choice.reference));
}
