import type { Progress } from "../../jobs/serve-tasks.ts";
import type { Task } from "../../jobs/worker-pool.ts";
import type { CrossFit } from "../fitting/cross-fit.ts";
import type { SetToFit } from "../fitting/fit-part.ts";
import { leaveOut } from "../lock-quarter.ts";
import { searchSet } from "../search-set.ts";
import { lockedOf, type OutcomeValue, ofValue, type ValuesInput } from "./values-input.ts";

/** What the search found that tells one value from all others. Fields are positions in the input. */
export interface SearchedValue {
  readonly value: OutcomeValue;
  /** G against the value's share, in nats per record */
  readonly gain: { readonly value: number; readonly error: number };
  readonly supported: boolean;
  readonly kept: SetToFit;
  readonly reference: SetToFit;
  readonly full: SetToFit;
  readonly pairs: readonly { readonly first: number; readonly second: number }[];
  /** those that the low-power screen let through */
  readonly tested: readonly number[];
}

export interface ValueToSearch {
  readonly input: ValuesInput;
  readonly value: OutcomeValue;
}

/** `searchValue` in a worker thread. */
export const valueTask: Task<ValueToSearch, SearchedValue> = { name: "search-value" };

/** The smallest set that tells one value from the others. The locked quarter is the same for every value, and left out. */
export function searchValue({ input, value }: ValueToSearch, progress: Progress = () => undefined): SearchedValue {
  const locked = lockedOf(input);
  const own = ofValue(input, value);
  const { fits, design, choice, gain, settled } = searchSet(locked ? leaveOut(own, locked) : own, progress);
  const set = ({ layout, lambda }: CrossFit) => ({ fields: layout.fields, lambda });
  return {
    value,
    gain,
    supported: settled !== null,
    kept: set(settled?.kept ?? choice.kept),
    reference: set(choice.reference),
    full: set(fits.full),
    pairs: design.pairs.map(({ first, second }) => ({ first, second })),
    tested: fits.tested,
  };
}
