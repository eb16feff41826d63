import type { Dataset, Verdict } from "../vocabulary.ts";
import { boardKey, boardName, levelWords } from "./board-card.ts";
import { ruleWords } from "./evidence-facts.ts";
import { findText } from "./field-row.ts";
import { roleWords } from "./goal-roles.ts";
import { type Together, togetherOf } from "./matrix-together.ts";
import type { MatrixCell, MatrixField } from "./open-matrix.ts";
import { urls } from "./urls.ts";
import { verdictWords } from "./verdict-words.ts";
import { capital, listWords, sensitivityWords } from "./words.ts";

/** A field against every goal, its words ready to print. */
export interface MatrixRow {
  readonly label: string;
  readonly name: string;
  readonly href: string;
  /** only what a reader must notice */
  readonly sensitivity: { readonly code: string; readonly label: string } | null;
  readonly cells: readonly CellWords[];
  readonly together: Together;
  /** what the find box looks at, lower case */
  readonly find: string;
}

export interface CellWords {
  /** what a narrow page writes before the cell: "1 Keep leavers" */
  readonly goal: string;
  readonly verdict: Verdict | null;
  readonly title: string;
  /** the field's page on the goal's board; null where there is none */
  readonly href: string | null;
  /** the roles, else the rule that decided */
  readonly why: string;
  /** who decided in place of what was measured */
  readonly by: string | null;
}

export function matrixRow(dataset: Dataset, field: MatrixField): MatrixRow {
  const { profile, cells } = field;
  const { table, slug, sensitivity, label } = profile;
  const tableSlug = dataset.tables.find(({ name }) => name === table)?.slug ?? "";
  const noticed = sensitivity === "identifying" || sensitivity === "special";
  const key = boardKey(dataset, profile);
  return {
    label,
    name: boardName(dataset, profile),
    href: urls.field(dataset.slug, tableSlug, slug),
    sensitivity: noticed ? { code: sensitivity, label: sensitivityWords[sensitivity] } : null,
    cells: cells.map((cell, place) => cellWords(dataset, field, cell, place + 1, key)),
    together: togetherOf(field),
    find: findText(profile),
  };
}

function cellWords(
  dataset: Dataset,
  { profile }: MatrixField,
  cell: MatrixCell,
  number: number,
  key: string,
): CellWords {
  const { verdict, state, isOutcome } = cell;
  const goal = `${number} ${state.goal.name}`;
  const untold = { goal, verdict: null, href: null, why: "", by: null };
  if (!verdict) return { ...untold, title: "Not sorted" };
  if (isOutcome) return { ...untold, title: "What it is after" };
  const level = levelWords(profile, verdict.keepAs);
  return {
    goal,
    verdict: verdict.verdict,
    title: `${verdictWords[verdict.verdict].short}${level ? `: ${level}` : ""}`,
    href: urls.boardField(dataset.slug, state.goal.key, key),
    why: whyWords(cell),
    by: verdict.decision ? verdict.decision.by || "a person" : null,
  };
}

function whyWords({ roles, verdict }: MatrixCell): string {
  const titles = [...new Set(roles.map(({ role }) => roleWords(role, null).title))];
  if (titles.length) return capital(listWords(titles, titles.length).toLowerCase());
  if (!verdict) return "";
  const { decision, measured, reason } = verdict;
  if (!decision) return capital(ruleWords[reason]);
  if (measured.verdict === verdict.verdict) return capital(ruleWords[measured.reason]);
  return `Measured: ${verdictWords[measured.verdict].short.toLowerCase()}`;
}
