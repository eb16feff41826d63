import type { Progress } from "../../jobs/serve-tasks.ts";
import { type Confirmation, confirmSet } from "../confirm-set.ts";
import type { ModelInput } from "../model-input.ts";
import { namedPairs, placesOf } from "../named-fields.ts";

interface NamedSet {
  readonly fields: readonly string[];
  readonly lambda: number;
}

export interface ConfirmByTimeInput {
  readonly input: ModelInput;
  /** 1 where a record is of the later time */
  readonly later: Uint8Array;
  readonly kept: NamedSet;
  readonly reference: NamedSet;
  readonly pairs: readonly (readonly [string, string])[];
}

/** Fits the kept set and the reference on the past and tests them once on what came later. Pure. */
export function confirmByTime(
  { input, later, kept, reference, pairs }: ConfirmByTimeInput,
  progress: Progress = () => undefined,
): Confirmation {
  progress(0, 1, "Learning from the past, testing on what came later");
  const placed = ({ fields, lambda }: NamedSet) => ({ fields: placesOf(input, fields), lambda });
  const confirmed = confirmSet(input, later, namedPairs(input, pairs), placed(kept), placed(reference));
  progress(1, 1, "Done");
  return confirmed;
}
