import { wrongInSample } from "../support/sample-verdicts.ts";
import { atMost, type Check } from "./check.ts";

/** Are the sample's strong drivers kept, and is its noise let go, over several seeds? */
export async function sampleVerdicts(seeds: readonly number[]): Promise<Check[]> {
  let [wrong, looked] = [0, 0];
  for (const seed of seeds) {
    const found = await wrongInSample(seed);
    wrong += found.wrong.length;
    looked += found.looked;
  }
  return [atMost(`Strong drivers let go or noise kept, samples ${seeds.join(", ")}`, wrong, looked, 0)];
}
