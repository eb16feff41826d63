import type { Verdict } from "../vocabulary.ts";

export interface VerdictWords {
  readonly title: string;
  readonly short: string;
  readonly lead: string;
}

/** In the order of the board's columns and of the keys 1 to 4. */
export const verdictOrder: readonly Verdict[] = ["needed", "coarser", "unused", "undecided"];

export const verdictWords: Readonly<Record<Verdict, VerdictWords>> = {
  needed: { title: "Needed", short: "Needed", lead: "Keep it as it is" },
  coarser: { title: "Needed, but coarser", short: "Coarser", lead: "Keep a blurrier version" },
  unused: { title: "Unused", short: "Unused", lead: "Stop collecting it, or delete it" },
  undecided: { title: "Undecided", short: "Undecided", lead: "Talk it through" },
};

export function isVerdict(text: string | null): text is Verdict {
  return verdictOrder.some((verdict) => verdict === text);
}
