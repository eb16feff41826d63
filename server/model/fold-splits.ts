import type { ModelInput } from "./model-result.ts";

/** Other ways to deal the same records into folds, stratified by outcome; they depend on the seed and the records' order only. */
export function otherSplits({ outcome, folds, settings }: ModelInput, splits: number): Uint8Array[] {
  return Array.from({ length: splits }, (_, split) => {
    const random = mulberry32(settings.seed * 1009 + split + 1);
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

function mulberry32(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
