import type { Request } from "express";
import { peopleOf } from "../evidence/people-of.ts";
import { sharedScale } from "./board-card.ts";
import { boardColumns, type Column, type SortedField } from "./board-columns.ts";
import { goalSentence } from "./goal-sentence.ts";
import { plural } from "./helpers.ts";
import { type OpenBoard, openBoard } from "./open-sorting.ts";
import { showPage } from "./show-page.ts";
import { type Page, queryPart } from "./site.ts";
import { stepsOf } from "./steps.ts";
import { twin, urls } from "./urls.ts";
import { isVerdict, verdictWords } from "./verdict-words.ts";
import { of100 } from "./words.ts";

export const boardPage: Page = async (site, request, response) => {
  const open = await openBoard(site, request, response);
  if (!open) return;
  const { dataset, strategy, sorted } = open;
  const { goal } = sorted.resolved;
  const fields = sortedFields(open);
  const columns = boardColumns(fields, {
    dataset,
    goal: goal.key,
    scale: sharedScale(sorted.verdicts),
    moved: queryPart(request, "moved"),
    open: openedColumn(request),
  });
  const undecided = columns.find(({ verdict }) => verdict === "undecided")?.number ?? 0;
  showPage(site, request, response, {
    view: "board",
    title: `Board: ${goal.name}`,
    steps: stepsOf({
      dataset: dataset.slug,
      current: "board",
      goal: goal.key,
      unfinished: undecided ? { board: `${undecided} undecided` } : {},
    }),
    done: doneWords(request, fields),
    model: {
      goal: {
        name: goal.name,
        sentence: goalSentence(goal),
        edit: urls.editGoal(dataset.slug, goal.key),
        draft: sorted.resolved.draft,
      },
      others: strategy.goals.map(({ key, name }) => ({
        name,
        href: urls.board(dataset.slug, key),
        current: key === goal.key,
      })),
      place: `Goal ${strategy.goals.findIndex(({ key }) => key === goal.key) + 1} of ${strategy.goals.length}`,
      severalGoals: strategy.goals.length > 1,
      tally: tallyOf(columns),
      consequence: consequenceOf(open),
      warnings: sorted.analysis.warnings,
      untested: goal.outcome === undefined,
      columns,
      undo: { action: urls.undo(dataset.slug, goal.key), possible: strategy.decisions.length > 0 },
      json: twin(urls.board(dataset.slug, goal.key), "json"),
      previous: { href: urls.goals(dataset.slug), question: "What is it for?" },
      next: { href: urls.minimization(dataset.slug), question: "What can I take away?" },
    },
  });
};

export const boardJson: Page = async (site, request, response) => {
  const open = await openBoard(site, request, response);
  if (!open) return;
  const { resolved, analysis, verdicts } = open.sorted;
  const { supported, performance, kept, warnings } = analysis;
  response.json({ goal: resolved.goal.key, supported, performance, kept, warnings, fields: verdicts });
};

/** Every field but the outcome, which only says whether it worked. */
export function sortedFields({ sorting, sorted }: Pick<OpenBoard, "sorting" | "sorted">): readonly SortedField[] {
  const outcome = sorted.resolved.outcome?.fields ?? [];
  return sorting.profiles.flatMap((profile) => {
    const verdict = sorted.verdicts.find(({ table, name }) => table === profile.table && name === profile.name);
    const isOutcome = outcome.some(({ table, field }) => table === profile.table && field === profile.name);
    return verdict && !isOutcome ? [{ profile, verdict }] : [];
  });
}

function openedColumn(request: Request) {
  const verdict = queryPart(request, "column");
  const from = Number(queryPart(request, "from") ?? 0);
  return isVerdict(verdict) ? { verdict, from: Number.isSafeInteger(from) && from > 0 ? from : 0 } : null;
}

/** Seeds for up to this many fields; beyond it the counts say it. */
const mostSeeds = 80;

function tallyOf(columns: readonly Column[]): object {
  const all = columns.reduce((sum, { number }) => sum + number, 0);
  return {
    label: columns.map(({ number, short }) => `${number} ${short.toLowerCase()}`).join(", "),
    groups:
      all > mostSeeds
        ? []
        : columns.map(({ verdict, number }) => ({ seeds: Array.from({ length: number }, () => verdict) })),
  };
}

/** "The kept fields alone find 51 of every 100 leavers. Everything that was tested finds 50." */
function consequenceOf({ sorted }: OpenBoard): { strong: string; rest: string } | null {
  const { performance } = sorted.analysis;
  if (!performance) return null;
  const { keptFields, allFields } = performance.foundInTop20;
  return {
    strong: `${of100(keptFields.value)} of every 100 ${peopleOf(sorted.resolved.outcome)}`,
    rest: `Everything that was tested finds ${of100(allFields.value)}.`,
  };
}

function doneWords(request: Request, fields: readonly SortedField[]): string | null {
  const done = queryPart(request, "done");
  if (done === "undone") return "Undone.";
  const key = queryPart(request, "moved");
  const field = fields.find(({ profile }) => profile.slug === key);
  if (!field || (done !== "moved" && done !== "saved" && done !== "withdrawn")) return null;
  if (done === "withdrawn") return `${field.profile.label} is back where Winnow put it.`;
  return done === "saved" ? "Decision saved." : movedWords(field, fields);
}

function movedWords({ profile, verdict }: SortedField, fields: readonly SortedField[]): string {
  const own = fields.filter((field) => field.verdict.verdict === verdict.verdict);
  return `${profile.label} moved to ${verdictWords[verdict.verdict].short}, now ${plural(own.length, "field", "fields")}. Undo available.`;
}
