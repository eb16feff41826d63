import type { Action, Verdict } from "../vocabulary.ts";
import { levelWords } from "./board-card.ts";
import { keeps, wantsDiffer } from "./matrix-facets.ts";
import type { MatrixField } from "./open-matrix.ts";
import { verdictWords } from "./verdict-words.ts";
import { capital, listWords } from "./words.ts";

/** What all goals together make of a field, in words. */
export interface Together {
  readonly verdict: Verdict;
  readonly title: string;
  readonly action: string;
  /** what goals that want it differently agree on; null where they want the same */
  readonly refined: string | null;
}

/** A field is kept for the goals that need it and for no other: which, and at which detail (method §5.2). */
export function togetherOf(field: MatrixField): Together {
  const { plan } = field;
  return {
    verdict: plan.verdict,
    title: verdictWords[plan.verdict].short,
    action: `${actionWords(field)}${forWhom(field)}`,
    refined: refinedWords(field),
  };
}

function actionWords({ plan, profile }: MatrixField): string {
  if (plan.action === "coarsen") return `Keep as ${levelWords(profile, plan.keepAs?.level ?? null)}`;
  return plainAction[plan.action];
}

const plainAction: Readonly<Record<Exclude<Action, "coarsen">, string>> = {
  keep: "Keep",
  pseudonymize: "Keep under a made-up number",
  drop: "Let go",
  decide: "Decide",
};

function forWhom({ cells }: MatrixField): string {
  const goals = numbersOf(cells, keeps);
  if (!goals.length || cells.length < 2) return "";
  return goals.length === cells.length ? ", for every goal" : `, for ${goalWords(goals)} only`;
}

function refinedWords(field: MatrixField): string | null {
  const { cells, plan, profile } = field;
  if (!wantsDiffer(field)) return null;
  const whole = numbersOf(cells, (cell) => keeps(cell) && cell.verdict?.keepAs == null);
  const levels = [...new Set(cells.filter(keeps).flatMap(({ verdict }) => verdict?.keepAs ?? []))];
  const wants = levels.map(
    (level) =>
      `${levelWords(profile, level)} for ${goalWords(numbersOf(cells, ({ verdict }) => verdict?.keepAs === level))}`,
  );
  const would = `${capital(listWords(wants, wants.length))} would do`;
  if (whole.length) return `${capital(goalWords(whole))} ${need(whole)} it as it is. ${would}.`;
  const all = cells.filter(keeps).length === 2 ? "both" : "all of them";
  return plan.keepAs
    ? `${would}; ${levelWords(profile, plan.keepAs.level)} serves ${all}.`
    : `${would}, but no coarser version serves ${all}.`;
}

function numbersOf(
  cells: MatrixField["cells"],
  holds: (cell: MatrixField["cells"][number]) => boolean,
): readonly number[] {
  return cells.flatMap((cell, place) => (holds(cell) ? [place + 1] : []));
}

/** "goal 2", "goals 1 and 3" */
function goalWords(numbers: readonly number[]): string {
  return `${numbers.length === 1 ? "goal" : "goals"} ${listWords(numbers.map(String), numbers.length)}`;
}

function need(goals: readonly number[]): string {
  return goals.length === 1 ? "needs" : "need";
}
