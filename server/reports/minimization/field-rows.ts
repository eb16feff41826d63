import type { Facts, Reason } from "../../vocabulary.ts";
import type { Glyph } from "../words.ts";
import type { FieldLine } from "./field-lines.ts";
import { decidingSentence } from "./field-lines.ts";
import type { MinimizationReport } from "./minimization-report.ts";

export interface FieldRows {
  readonly groups: readonly { readonly heading: string; readonly rows: readonly FieldRow[] }[];
  readonly more: number;
  /** the goals' numbers stand before the sentences */
  readonly numbered: boolean;
  readonly whiskers: boolean;
}

export interface FieldRow {
  readonly label: string;
  readonly column: string;
  readonly glyph: Glyph;
  readonly mark: { readonly icon: string; readonly words: string } | null;
  readonly note: string;
  readonly why: readonly { readonly goal: string; readonly sentence: string; readonly measured: string }[];
  readonly whisker: Missed | null;
}

/** Of 100 people with the outcome, how many more are missed without the field; as places on one scale for all rows. */
export interface Missed {
  readonly words: string;
  /** the likely range, for whoever compares figures */
  readonly range: string;
  readonly zero: number;
  readonly low: number;
  readonly value: number;
  readonly high: number;
}

const listed = 100;

/** Every field with the evidence that decided, in the order of the lanes. */
export function fieldRows(report: MinimizationReport, lines: readonly FieldLine[]): FieldRows {
  const shown = lines.slice(0, listed);
  const scale = scaleOf(shown);
  const numbered = report.goals.length > 1;
  const groups = (["keep", "blur", "go", "open"] as const).map((glyph) => {
    const own = shown.filter((line) => line.glyph === glyph);
    const heading = { keep: "Keep", blur: "Keep, but coarser", go: "Let go", open: "Decide" }[glyph];
    return { heading, rows: own.map((line) => row(report, line, scale)) };
  });
  return {
    groups: groups.filter(({ rows }) => rows.length),
    more: lines.length - shown.length,
    numbered,
    whiskers: scale !== null,
  };
}

type Scale = ((people: number) => number) | null;

function row(report: MinimizationReport, line: FieldLine, scale: Scale): FieldRow {
  const { field, label, column, glyph, mark, level } = line;
  return {
    label,
    column,
    glyph,
    mark,
    note: level ? `as ${level}` : field.action === "pseudonymize" ? "under a made-up number" : "",
    why: reasons(report, line),
    whisker: scale && missed(line, scale),
  };
}

/** One sentence for all goals that say the same; a goal that merely does not use the field is left unsaid. */
function reasons(report: MinimizationReport, { goals }: FieldLine): FieldRow["why"] {
  const said = new Map<string, { numbers: number[]; measured: string }>();
  const telling = goals.filter(({ reason }) => reason !== "no-outcome");
  for (const own of telling.length ? telling : goals) {
    const sentence = decidingSentence(own);
    const number = report.goals.findIndex(({ key }) => key === own.goal) + 1;
    const measured = own.decision ? (own.evidence.find(({ rule }) => !unmeasured.has(rule))?.sentence ?? "") : "";
    const before = said.get(sentence);
    said.set(sentence, { numbers: [...(before?.numbers ?? []), number], measured: before?.measured || measured });
  }
  return [...said].map(([sentence, { numbers, measured }]) => ({
    goal: report.goals.length > 1 ? numbers.join(", ") : "",
    sentence,
    measured,
  }));
}

/** What a person decided, and what no goal's outcome could test, was not measured. */
const unmeasured: ReadonlySet<Reason> = new Set(["decision", "no-outcome"]);

function scaleOf(lines: readonly FieldLine[]): Scale {
  const found = lines.flatMap((line) => missedOf(line) ?? []);
  if (!found.length) return null;
  const least = Math.min(0, ...found.map(({ low }) => low));
  const most = Math.max(1, ...found.map(({ high }) => high));
  return (people) => Math.round(((people - least) / (most - least)) * 1000) / 10;
}

function missed(line: FieldLine, scale: NonNullable<Scale>): Missed | null {
  const found = missedOf(line);
  if (!found) return null;
  const { low, value, high } = found;
  const words = Math.abs(low) < 0.5 && Math.abs(high) < 0.5 ? "under 1" : whole(value);
  const range = `${Math.round(low)} to ${Math.round(high)}`;
  return {
    words: minus(words),
    range: minus(range),
    zero: scale(0),
    low: scale(low),
    value: scale(value),
    high: scale(high),
  };
}

/** Minus means that dropping it finds more. */
function minus(figures: string): string {
  return figures.replaceAll("-0", "0").replaceAll("-", "−");
}

/** Under half a person of 100 is no figure to print. */
function whole(people: number): string {
  return people > 0 && people < 0.5 ? "under 1" : String(Math.round(people));
}

function missedOf({ goals }: FieldLine): { low: number; value: number; high: number } | undefined {
  for (const { evidence } of goals) {
    for (const { facts } of evidence) {
      const [value, low, high] = ["missedOf100", "missedOf100Low", "missedOf100High"].map((name) =>
        figure(facts, name),
      );
      if (value !== undefined && low !== undefined && high !== undefined) return { value, low, high };
    }
  }
  return undefined;
}

function figure(facts: Facts, name: string): number | undefined {
  const fact = facts[name];
  return typeof fact === "number" ? fact : undefined;
}
