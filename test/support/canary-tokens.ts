import { type Random, randomStream } from "../../sample-data/random.ts";

/** Makes cells that are all different and can be recognised wherever they turn up, and keeps them. */
export interface CanaryTokens {
  readonly all: Set<string>;
  /** starts with zq7x */
  word(): string;
  /** ten digits that start with 7391 */
  number(): string;
  /** a day of 1931 to 1933 */
  birthDate(): string;
  /** in January 2024, each later than the one before; kept by `keep` only */
  time(): string;
  keep(tokens: readonly string[]): void;
  readonly random: Random;
}

export function canaryTokens(): CanaryTokens {
  const random = randomStream(7, "canary");
  const all = new Set<string>();
  const kept = (token: string) => {
    all.add(token);
    return token;
  };
  let [words, numbers, days] = [0, 0, 0];
  let seconds = Date.UTC(2024, 0, 2) / 1000;
  return {
    all,
    random,
    word: () => kept(`zq7x${(++words * 7919).toString(36).padStart(5, "0")}`),
    number: () => kept(String(7_391_000_000 + ++numbers * 131)),
    birthDate: () => kept(new Date(Date.UTC(1931, 0, ++days)).toISOString().slice(0, 10)),
    time: () => {
      seconds += 61 + random.integer(0, 59) * 3;
      return new Date(seconds * 1000).toISOString().slice(0, 19);
    },
    keep: (tokens) => tokens.forEach(kept),
  };
}

/** The tokens in a text, each once, however they are written: in a URL, with thousands separated, in capitals. */
export function leaksIn(text: string, tokens: ReadonlySet<string>): string[] {
  const plain = text
    .toLowerCase()
    .replace(/%3a/g, ":")
    .replace(/(?<=\d),(?=\d{3})/g, "")
    .replace(/(?<=2024-\d\d-\d\d)(%20|\+| )(?=\d\d:)/g, "t");
  const found = plain.match(/zq7x[0-9a-z]{5}|7391\d{6}|193[123]-\d\d-\d\d|2024-\d\d-\d\dt\d\d:\d\d:\d\d/g) ?? [];
  return [...new Set(found.map((one) => one.replace("t", one.startsWith("2024") ? "T" : "t")))].filter((one) =>
    tokens.has(one),
  );
}
