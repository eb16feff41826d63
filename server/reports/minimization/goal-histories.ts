import { percent, thousands } from "../say-figures.ts";
import type { GoalHistory, GoalResult } from "./minimization-input.ts";

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
  readonly columns: readonly string[];
  readonly rows: readonly { readonly head: string; readonly cells: readonly string[] }[];
}

/** The goals of which something is known; null where there are none. */
export function goalHistories(goals: readonly GoalResult[]): readonly GoalHistoryWords[] | null {
  const known = goals.flatMap(({ goal, history }) =>
    history?.sentences.length ? [{ name: goal.name, sentences: history.sentences, curves: curvesOf(history) }] : [],
  );
  return known.length ? known : null;
}

function curvesOf({ measured: { rows }, drawn }: GoalHistory): HistoryCurve[] {
  const [first, last] = [rows?.points[0], rows?.points.at(-1)];
  if (!rows || !first || !last) return [];
  return [
    {
      heading: "Learned from fewer customers",
      alt: `Learned from ${thousands(first.records)} customers the kept fields tell ${percent(first.share)} of what they tell learned from ${thousands(last.records)}.`,
      svg: besideWords(drawn?.rows),
      columns: ["Customers", "Told, of what all of them tell"],
      rows: rows.points.map(({ records, share }) => ({ head: thousands(records), cells: [percent(share)] })),
    },
  ];
}

/** The words beside it say what the drawing shows. */
function besideWords(svg: string | null | undefined): string | null {
  return svg?.replace("<svg", '<svg aria-hidden="true"') ?? null;
}
