import type { Verdict } from "../../vocabulary.ts";
import type { Glyph } from "../words.ts";
import { glyphOf, sayVerdict } from "../words.ts";
import type { FieldLine } from "./field-lines.ts";
import type { MinimizationReport } from "./minimization-report.ts";

export interface GoalMatrix {
  readonly goals: readonly { readonly number: number; readonly name: string }[];
  readonly halves: readonly { readonly caption: string; readonly rows: readonly MatrixRow[] }[];
  readonly more: number;
}

export interface MatrixRow {
  readonly label: string;
  readonly mark: { readonly icon: string; readonly words: string } | null;
  readonly cells: readonly MatrixCell[];
  readonly together: MatrixCell;
}

/** Without a glyph the cell is a mere dot: unused for this goal. */
export interface MatrixCell {
  readonly glyph: Glyph | null;
  readonly words: string;
}

const listed = 100;
const sayTogether: Readonly<Record<Glyph, string>> = {
  keep: "needed",
  blur: "coarser",
  go: "let go",
  open: "to be decided",
};

/** Which goal needs which field; with one goal the lanes have said it. */
export function goalMatrix(report: MinimizationReport, lines: readonly FieldLine[]): GoalMatrix | null {
  if (report.goals.length < 2) return null;
  const shown = lines.slice(0, listed);
  const rows = (glyphs: readonly Glyph[]) =>
    glyphs.flatMap((glyph) => shown.filter((line) => line.glyph === glyph)).map((line) => row(report, line));
  const halves = [
    { caption: "Kept", rows: rows(["keep", "blur"]) },
    { caption: "Let go, or not settled", rows: rows(["go", "open"]) },
  ];
  return {
    goals: report.goals.map(({ name }, place) => ({ number: place + 1, name })),
    halves: halves.filter((half) => half.rows.length),
    more: lines.length - shown.length,
  };
}

function row(report: MinimizationReport, line: FieldLine): MatrixRow {
  const cells = report.goals.map(({ key }) => cell(line.goals.find(({ goal }) => goal === key)?.verdict));
  return {
    label: line.label,
    mark: line.mark,
    cells,
    together: { glyph: line.glyph, words: sayTogether[line.glyph] },
  };
}

function cell(verdict: Verdict | undefined): MatrixCell {
  if (!verdict || verdict === "unused") return { glyph: null, words: verdict ? "unused" : "not sorted" };
  return { glyph: glyphOf[verdict], words: sayVerdict[verdict] };
}
