import type { ModelInput } from "./model-result.ts";
import { seededNumbers } from "./seeded-numbers.ts";

/** Other ways to deal the same records into folds, stratified by outcome; they depend on the seed and the records' order only. */
export function otherSplits({ outcome, folds, settings }: ModelInput, splits: number): Uint8Array[] {
  return Array.from({ length: splits }, (_, split) => {
    const random = seededNumbers(settings.seed * 1009 + split + 1);
    const fold = new Uint8Array(outcome.length);
    for (const positive of [true, false]) {
      const members = [...outcome.keys()].filter((i) => outcome[i]! > 0 === positive);
      for (let last = members.length - 1; last > 0; last--) {
        const other = Math.floor(random() * (last + 1));
        [members[last], members[other]] = [members[other]!, members[last]!];
      }
      for (const [rank, i] of members.entries()) fold[i] = rank % folds;
    }
    return fold;
  });
}
