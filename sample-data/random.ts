/** A seeded stream of numbers: the same seed and purpose give the same numbers on every machine. */
export interface Random {
  /** evenly from [0, 1) */
  next(): number;
  /** a whole number from `from` to `to`, both possible */
  integer(from: number, to: number): number;
  normal(mean: number, deviation: number): number;
  exponential(mean: number): number;
  chance(probability: number): boolean;
  pick<T>(choices: readonly T[]): T;
}

/** One stream per purpose, so that a draw added to one part of the sample leaves the others as they are. */
export function randomStream(seed: number, purpose: string): Random {
  const next = sfc32(seed, purpose);
  const integer = (from: number, to: number) => from + Math.floor(next() * (to - from + 1));
  return {
    next,
    integer,
    normal: (mean, deviation) =>
      mean + deviation * Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next()),
    exponential: (mean) => -mean * Math.log(1 - next()),
    chance: (probability) => next() < probability,
    pick: (choices) => choiceAt(choices, integer(0, choices.length - 1)),
  };
}

/** Draws one of the choices, by its share; the shares need not add up to 1. */
export function byShare<const T>(choices: readonly (readonly [T, number])[]): (random: Random) => T {
  const total = choices.reduce((sum, [, share]) => sum + share, 0);
  return (random) => {
    let left = random.next() * total;
    for (const [choice, share] of choices) {
      left -= share;
      if (left < 0) return choice;
    }
    return choiceAt(choices, choices.length - 1)[0];
  };
}

function choiceAt<T>(choices: readonly T[], index: number): T {
  const choice = choices[index];
  if (choice === undefined) throw new RangeError("There is nothing to choose from.");
  return choice;
}

/** Chris Doty-Humphrey's sfc32, started from an FNV-1a hash of the purpose and the seed. */
function sfc32(seed: number, purpose: string): () => number {
  let hash = 2166136261;
  for (const character of purpose) hash = Math.imul(hash ^ character.charCodeAt(0), 16777619);
  let a = seed | 0;
  let b = hash;
  let c = (seed / 2 ** 32) | 0;
  let counter = 1;
  const next = () => {
    const sum = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = ((c << 21) | (c >>> 11)) + sum;
    return (sum >>> 0) / 2 ** 32;
  };
  for (let warming = 0; warming < 15; warming++) next();
  return next;
}
