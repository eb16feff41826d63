import type { Estimate } from "../../vocabulary.ts";
import { percent, thousands } from "../say-figures.ts";
import type { Term } from "../words.ts";
import type { DrawnCurve, GoalHistory, GoalResult } from "./minimization-input.ts";

type Measured = GoalHistory["measured"];

/** How much history one goal needs, in words, drawings and figures. */
export interface GoalHistoryWords {
  readonly name: string;
  readonly sentences: readonly string[];
  readonly curves: readonly HistoryCurve[];
}

export interface HistoryCurve {
  readonly heading: string;
  /** says what the drawing shows */
  readonly alt: string;
  /** null where it was not drawn: the figures say the same */
  readonly svg: string | null;
  /** the same for narrow windows; null where the other serves them too */
  readonly narrow: string | null;
  readonly columns: readonly string[];
  readonly rows: readonly { readonly head: string; readonly cells: readonly string[] }[];
}

/** For whoever looks at the statistics. */
export function historyTerms({ history }: Pick<GoalResult, "history">): readonly Term[] {
  if (!history) return [];
  const { rows, byTime } = history.measured;
  const range = ({ value, low, high }: Estimate) =>
    `${percent(value)}, likely range ${percent(low)} to ${percent(high)}`;
  // Nothing is told beyond four times the records there are.
  const most = 4 * (rows?.points.at(-1)?.records ?? 0);
  const upTo = (records: number) => (records >= most ? `more than ${thousands(most)}` : thousands(records));
  const count = ({ value, low, high }: Estimate) => `${upTo(value)}, likely range ${upTo(low)} to ${upTo(high)}`;
  return [
    ...(rows
      ? [
          { term: "Brought by the last half of the customers", text: range(rows.lastHalf) },
          { term: `Customers for ${percent(rows.share)} of what any number could tell`, text: count(rows.needed) },
        ]
      : []),
    ...(byTime
      ? [
          { term: `Kept after ${byTime.from}, learned from before`, text: range(byTime.keptShare) },
          { term: "Told there, of what is told of the same time", text: range(byTime.told) },
        ]
      : []),
  ];
}

/** The goals of which something is known; null where there are none. */
export function goalHistories(goals: readonly GoalResult[]): readonly GoalHistoryWords[] | null {
  const known = goals.flatMap(({ goal, history }) =>
    history?.sentences.length ? [{ name: goal.name, sentences: history.sentences, curves: curvesOf(history) }] : [],
  );
  const together = overAllGoals(goals);
  if (together.length) return [...known, { name: "All goals together", sentences: together, curves: [] }];
  return known.length ? known : null;
}

/** The longest that any goal needs: what is older serves none of them. Said where two goals and more need the same table. */
function overAllGoals(goals: readonly GoalResult[]): string[] {
  const depths = goals.flatMap(({ history }) => history?.measured.depth ?? []);
  const tables = [...new Set(depths.flatMap(({ tables }) => tables))];
  return tables.flatMap((table) => {
    const own = depths.filter(({ tables }) => tables.includes(table));
    const most = Math.max(...own.map(({ keep }) => keep));
    return own.length < 2
      ? []
      : [
          `Of ${table} the goals tested need the last ${monthsOf(most)} at most. What is older can be let go or added up, unless a law or a contract asks for it.`,
        ];
  });
}

function curvesOf({ measured: { rows, depth }, drawn }: GoalHistory): HistoryCurve[] {
  return [
    ...(rows ? rowCurve(rows, drawn?.rows ?? null) : []),
    ...(depth ? depthCurve(depth, drawn?.depth ?? null) : []),
  ];
}

function rowCurve({ points }: NonNullable<Measured["rows"]>, drawn: DrawnCurve | null): HistoryCurve[] {
  const [first, last] = [points[0], points.at(-1)];
  if (!first || !last) return [];
  return [
    {
      heading: "Learned from fewer customers",
      alt: `Learned from ${thousands(first.records)} customers the kept fields tell ${percent(first.share)} of what they tell learned from ${thousands(last.records)}.`,
      svg: besideWords(drawn?.wide),
      narrow: besideWords(drawn?.narrow),
      columns: ["Customers", "Told, of what all of them tell"],
      rows: points.map(({ records, share }) => ({ head: thousands(records), cells: [percent(share)] })),
    },
  ];
}

function depthCurve(
  { of, curve: { points } }: NonNullable<Measured["depth"]>,
  drawn: DrawnCurve | null,
): HistoryCurve[] {
  const [first, last] = [points[0], points.at(-1)];
  if (!first || !last) return [];
  return [
    {
      heading: of === "events" ? "Looking less far back" : "Learned from newer customers only",
      alt: `With the last ${monthsOf(first.months)} the fields tell ${percent(first.told.value)} of what the best past tells, with all ${monthsOf(last.months)} ${percent(last.told.value)}.`,
      svg: besideWords(drawn?.wide),
      narrow: besideWords(drawn?.narrow),
      columns: ["Months", "Told, of what the best past tells", "Likely range", "Enough"],
      rows: points.map(({ months, told, enough }) => ({
        head: String(months),
        cells: [percent(told.value), `${percent(told.low)} to ${percent(told.high)}`, enough ? "yes" : "not shown"],
      })),
    },
  ];
}

function monthsOf(count: number): string {
  return `${count} ${count === 1 ? "month" : "months"}`;
}

/** The words beside it say what the drawing shows. */
function besideWords(svg: string | undefined): string | null {
  return svg?.replace("<svg", '<svg aria-hidden="true"') ?? null;
}
