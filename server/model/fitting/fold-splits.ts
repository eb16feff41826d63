import type { ModelInput } from "../model-input.ts";
import { seededNumbers } from "../statistics/seeded-numbers.ts";

/** Other ways to deal the same records into folds, stratified by outcome; they depend on the seed and the records' order only. */
export function otherSplits({ outcome, folds, settings }: ModelInput, splits: number): Uint8Array[] {
  const places = [...outcome.keys()];
  const answers = [true, false].map((positive) => places.filter((i) => outcome[i]! > 0 === positive));
  return splitsOf(answers, folds, settings.seed, splits);
}

/** @param answers the places of the records of each answer; together they are all */
export function splitsOf(
  answers: readonly (readonly number[])[],
  folds: number,
  seed: number,
  splits: number,
): Uint8Array[] {
  const records = answers.reduce((sum, { length }) => sum + length, 0);
  return Array.from({ length: splits }, (_, split) => {
    const random = seededNumbers(seed * 1009 + split + 1);
    const fold = new Uint8Array(records);
    for (const answer of answers) {
      const members = [...answer];
      for (let last = members.length - 1; last > 0; last--) {
        const other = Math.floor(random() * (last + 1));
        [members[last], members[other]] = [members[other]!, members[last]!];
      }
      for (const [rank, i] of members.entries()) fold[i] = rank % folds;
    }
    return fold;
  });
}
