import type { Glyph } from "../words.ts";
import type { FieldLine } from "./field-lines.ts";

export interface Lane {
  readonly glyph: Glyph;
  readonly heading: string;
  readonly count: number;
  readonly fields: readonly { readonly label: string; readonly glyph: Glyph; readonly note: string }[];
  /** how many are not listed here; every field is in the CSV and the JSON */
  readonly more: number;
}

const headings: Readonly<Record<Glyph, string>> = {
  keep: "Keep",
  blur: "Keep, but coarser",
  go: "Let go",
  open: "Decide",
};
const listed = 40;

/** The plan at a glance: always four lanes, so that an empty one is seen to be empty. */
export function lanes(lines: readonly FieldLine[]): readonly Lane[] {
  return (["keep", "blur", "go", "open"] as const).map((glyph) => {
    const own = lines.filter((line) => line.glyph === glyph);
    return {
      glyph,
      heading: headings[glyph],
      count: own.length,
      fields: own.slice(0, listed).map((line) => ({ label: line.label, glyph, note: note(line) })),
      more: Math.max(0, own.length - listed),
    };
  });
}

function note({ field, level }: FieldLine): string {
  if (field.action === "pseudonymize") return "under a made-up number";
  return level ? `to ${level}` : "";
}
