import type { Action, Sensitivity, Verdict } from "../vocabulary.ts";

/** The seed that stands for a verdict; the shape carries it, colour only repeats it. */
export type Glyph = "keep" | "blur" | "go" | "open";

export const glyphOf: Readonly<Record<Verdict, Glyph>> = {
  needed: "keep",
  coarser: "blur",
  unused: "go",
  undecided: "open",
};

export const glyphOfAction: Readonly<Record<Action, Glyph>> = {
  keep: "keep",
  pseudonymize: "keep",
  coarsen: "blur",
  drop: "go",
  decide: "open",
};

export const sayVerdict: Readonly<Record<Verdict, string>> = {
  needed: "needed",
  coarser: "coarser",
  unused: "unused",
  undecided: "undecided",
};

/** Only what a reader must notice has a mark. */
export const sensitivityMark: Readonly<Record<Sensitivity, { readonly icon: string; readonly words: string } | null>> =
  {
    none: null,
    personal: null,
    identifying: { icon: "points", words: "points to one person" },
    special: { icon: "special", words: "specially protected" },
  };

/** One line of a list that a reader can copy. */
export interface Term {
  readonly term: string;
  readonly text: string;
}

/** A section of a page: its anchor and its heading. */
export interface SectionLink {
  readonly id: string;
  readonly heading: string;
}
