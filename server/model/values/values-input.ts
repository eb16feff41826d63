import { lockQuarterOfValues } from "../lock-quarter.ts";
import type { ModelInput } from "../model-input.ts";

/** One of the values that an outcome may take. */
export interface OutcomeValue {
  /** what `outcome` of the input writes for it */
  readonly code: number;
  readonly label: string;
}

/** As `ModelInput`, of an outcome that is one of several values: `outcome` is the value's code, and there are no weights. */
export interface ValuesInput extends ModelInput {
  /** those with enough records with and without; the others count as another value only */
  readonly values: readonly OutcomeValue[];
}

/** The same records, asked for one value: is it this one, or another? */
export function ofValue({ values: _, ...input }: ValuesInput, { code }: OutcomeValue): ModelInput {
  return { ...input, outcome: input.outcome.map((own) => (own === code ? 1 : 0)) };
}

/** The quarter that no search may see; null with too few records of the rarest value that is tested. */
export function lockedOf({ outcome, values, folds }: ValuesInput): Uint8Array | null {
  return lockQuarterOfValues(outcome, Math.min(...countsOf(outcome, values)), folds);
}

export function countsOf(outcome: Float64Array, values: readonly OutcomeValue[]): number[] {
  const counts = new Map<number, number>();
  for (const code of outcome) counts.set(code, (counts.get(code) ?? 0) + 1);
  return values.map(({ code }) => counts.get(code) ?? 0);
}
