import type { Verdict } from "../vocabulary.ts";
import { count, plural } from "./helpers.ts";
import { verdictOrder, verdictWords } from "./verdict-words.ts";

export interface FlowField {
  readonly name: string;
  readonly label: string;
  readonly verdict: Verdict;
}

/** Every field of a table on its way into one of four lanes; drawn on 800 by `height`. */
export interface FlowFigure {
  readonly caption: string;
  readonly sentence: string;
  readonly height: number;
  readonly names: readonly { readonly name: string; readonly y: number; readonly faded: boolean }[];
  readonly curves: readonly { readonly verdict: Verdict; readonly path: string }[];
  readonly lanes: readonly Lane[];
}

interface Lane {
  readonly verdict: Verdict;
  readonly title: string;
  readonly number: string;
  readonly note: string;
  readonly top: number;
  readonly titleY: number;
  readonly numberY: number;
  readonly noteY: number;
  readonly seeds: readonly { readonly x: number; readonly y: number; readonly size: number }[];
}

const laneTall = 126;
const lineTall = 17.7;

export function flowFigure(goal: string, fields: readonly FlowField[]): FlowFigure {
  const lanes = verdictOrder.map((verdict, index) =>
    laneOf(
      verdict,
      fields.filter((one) => one.verdict === verdict),
      index,
    ),
  );
  const yOf = (index: number) => 21 + index * lineTall;
  return {
    caption: `The sample’s ${plural(fields.length, "field", "fields")}, sorted for one goal: ${lowerFirst(goal)}.`,
    sentence: sentenceOf(fields),
    height: Math.max(4 * laneTall + 16, Math.ceil(yOf(fields.length))),
    names: fields.map(({ name, verdict }, index) => ({
      name: name.length > 22 ? `${name.slice(0, 21)}…` : name,
      y: round(yOf(index) + 4.5),
      faded: verdict === "unused" || verdict === "undecided",
    })),
    curves: fields.map((field, index) => ({
      verdict: field.verdict,
      path: curve(yOf(index), landingOf(field, fields)),
    })),
    lanes,
  };
}

function laneOf(verdict: Verdict, fields: readonly FlowField[], index: number): Lane {
  const top = 14 + index * laneTall;
  const step = Math.min(26, 330 / Math.max(1, fields.length));
  const size = Math.min(23, step);
  return {
    verdict,
    title: verdictWords[verdict].title,
    number: count(fields.length),
    note: noteOf(fields),
    top,
    titleY: top + 35,
    numberY: top + 42,
    noteY: top + 96,
    seeds: fields.map((_, place) => ({ x: round(466 + place * step), y: top + 48, size: round(size) })),
  };
}

/** "Contract end date, plan, support calls…" as far as the lane is wide. */
function noteOf(fields: readonly FlowField[]): string {
  let note = "";
  for (const [index, { label }] of fields.entries()) {
    const longer = index === 0 ? label : `${note}, ${lowerFirst(label)}`;
    if (longer.length > 38) return `${note}…`;
    note = longer;
  }
  return note;
}

function landingOf(field: FlowField, fields: readonly FlowField[]): number {
  const lane = fields.filter(({ verdict }) => verdict === field.verdict);
  const gap = Math.min(5, 60 / Math.max(1, lane.length));
  return 48 + verdictOrder.indexOf(field.verdict) * laneTall + lane.indexOf(field) * gap;
}

function curve(from: number, to: number): string {
  return `M186 ${round(from)}C306 ${round(from)} 310 ${round(to)} 440 ${round(to)}`;
}

function sentenceOf(fields: readonly FlowField[]): string {
  const of = (verdict: Verdict) => count(fields.filter((one) => one.verdict === verdict).length);
  return `The sample table has ${count(fields.length)} fields. After sorting for one goal, ${of("needed")} are needed as they are, ${of("coarser")} are needed but can be coarser, ${of("unused")} are unused and ${of("undecided")} are still undecided.`;
}

function lowerFirst(text: string): string {
  return /^[A-Z][a-z]/.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text;
}

function round(number: number): number {
  return Math.round(number * 10) / 10;
}
