import type { Fate } from "../actionability/rehearsal/fates.ts";
import type { RehearsalSummary, RehearsalView } from "../actionability/rehearsal/rehearsal-view.ts";
import type { KeptRehearsal } from "../actionability/rehearsal/rehearsals.ts";
import { count } from "./helpers.ts";
import { fatesAsked, fateWords } from "./rehearsal-words.ts";

interface EndRow {
  readonly label: string;
  readonly replayed: string;
  readonly reported: string;
  readonly equal: boolean;
}

/** The end of a rehearsal beside the report's count of the same triggers, ready to print. */
export interface EndOfRehearsal {
  readonly equal: boolean;
  readonly verdict: string;
  readonly rows: readonly EndRow[];
  /** how the report's own figure stands to it; null where the days are not all that it looks at, or it has none */
  readonly figure: string | null;
}

export function endOfRehearsal(
  view: RehearsalView,
  { replayed, reported, equal }: RehearsalSummary,
  report: KeptRehearsal["reported"],
): EndOfRehearsal {
  const row = (label: string, one: number, other: number): EndRow => ({
    label,
    replayed: count(one),
    reported: count(other),
    equal: one === other,
  });
  const sum = (counts: RehearsalSummary["replayed"]) => Object.values(counts).reduce((all, one) => all + one, 0);
  const shown = fatesAsked.filter((fate) => isShown(view, fate));
  return {
    equal,
    verdict: equal
      ? "Equal, to the event."
      : "They differ. That is a fault of Winnow, not of your data. Trust neither until it is mended.",
    rows: [
      row("Triggered", sum(replayed), sum(reported)),
      ...shown.map((fate) => row(fateWords[fate], replayed[fate], reported[fate])),
    ],
    figure: report && sayFigure(view, report),
  };
}

function isShown({ measured }: RehearsalView, fate: Fate): boolean {
  return fate === "acted" || fate === "held-back" || measured.includes(fate);
}

function sayFigure({ decided, fates }: RehearsalView, report: NonNullable<KeptRehearsal["reported"]>): string {
  const said = `${count(report.count)} of ${count(report.triggers)}`;
  return report.triggers === decided && report.count === fates.acted
    ? `The report says ${said} at the moment that mattered. So did the rehearsal.`
    : `The report, when the rehearsal began, said ${said} at the moment that mattered. The rehearsal ended with another figure.`;
}
