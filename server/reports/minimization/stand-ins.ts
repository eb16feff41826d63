import { percent } from "../say-figures.ts";
import type { FieldLine } from "./field-lines.ts";
import type { MinimizationReport } from "./minimization-report.ts";

export interface StandIns {
  /** who does the same job as whom, in sentences */
  readonly same: readonly string[];
  /** where nobody does */
  readonly none: string;
  readonly rows: readonly StandInRow[];
  readonly more: number;
}

export interface StandInRow {
  readonly kept: string;
  /** in place of it */
  readonly other: string;
  readonly goal: string;
  readonly does: string;
  /** of a person, beside the kept one */
  readonly reveals: string;
  readonly keeps: string;
}

const listed = 12;
const reveals = { less: "less", "as-much": "as much", more: "more" } as const;
const revealed = { less: "reveals less", "as-much": "reveals as much", more: "reveals more" } as const;

/** The kept set is one of several near-equal ones: which fields could take the place of which. Null where none could. */
export function standIns(report: MinimizationReport, lines: readonly FieldLine[]): StandIns | null {
  const labelOf = ({ table, name }: { readonly table: string; readonly name: string }) =>
    lines.find(({ field }) => field.table === table && field.name === name)?.label ?? name;
  const all = report.goals.flatMap(({ name, substitutes = [] }) => substitutes.map((one) => ({ ...one, goal: name })));
  const rows = all.toSorted((a, b) => Number(b.same) - Number(a.same));
  if (!rows.length) return null;
  return {
    none: "No other field is shown to do the whole job of a kept one.",
    same: [
      ...new Set(
        rows
          .filter(({ same }) => same)
          .map(
            ({ kept, other, reveals }) =>
              `${labelOf(other)} does the same job as ${labelOf(kept)}, and ${revealed[reveals]}.`,
          ),
      ),
    ],
    rows: rows.slice(0, listed).map((one) => ({
      kept: labelOf(one.kept),
      other: labelOf(one.other),
      goal: report.goals.length > 1 ? one.goal : "",
      does: one.same ? "the same job" : "not shown to do the same",
      reveals: reveals[one.reveals],
      keeps: `${percent(one.keptShare.value)}, at least ${percent(one.keptShare.low)}`,
    })),
    more: Math.max(0, rows.length - listed),
  };
}
