import type { ModelInput } from "./model-input.ts";
import type { Pair } from "./pairs/pairs.ts";

/** Where the named fields stand in the input; those that are not there are left out. */
export function placesOf({ fields }: Pick<ModelInput, "fields">, names: readonly string[]): number[] {
  return names.map((name) => fields.findIndex((field) => field.name === name)).filter((place) => place >= 0);
}

/** The pairs whose two fields are both there. */
export function namedPairs(
  input: Pick<ModelInput, "fields">,
  pairs: readonly (readonly [string, string])[],
): Pick<Pair, "first" | "second">[] {
  return pairs.flatMap((pair) => {
    const [first, second] = placesOf(input, pair);
    return first === undefined || second === undefined ? [] : [{ first, second }];
  });
}
