import type { Request } from "express";
import { peopleOf } from "../evidence/people-of.ts";
import { saySegments } from "../evidence/segments/say-segments.ts";
import { listDecisionChanges } from "../verdicts/decisions.ts";
import { sharedScale } from "./board-card.ts";
import { boardColumns, type Column } from "./board-columns.ts";
import { boardGoal } from "./board-goal.ts";
import { showTesting } from "./board-testing.ts";
import { type OpenBoard, openBoard } from "./open-sorting.ts";
import { showPage } from "./show-page.ts";
import { type Page, queryPart } from "./site.ts";
import { sortedFields } from "./sorted-fields.ts";
import { stepsIn } from "./steps-in.ts";
import { twin, urls } from "./urls.ts";
import { isVerdict } from "./verdict-words.ts";
import { of100 } from "./words.ts";

export const boardPage: Page = async (site, request, response) => {
  const open = await openBoard(site, request, response, showTesting);
  if (!open) return;
  const { dataset, sorted } = open;
  const { goal } = sorted.resolved;
  const fields = sortedFields(open);
  const columns = boardColumns(fields, {
    dataset,
    goal: goal.key,
    scale: sharedScale(sorted.verdicts),
    moved: queryPart(request, "moved"),
    open: openedColumn(request),
  });
  const changes = await listDecisionChanges(site.workbench.database, dataset.slug);
  const undo = { action: urls.undo(dataset.slug, goal.key), possible: changes.length > 0 };
  const done = doneWords(queryPart(request, "done"), columns);
  showPage(site, request, response, {
    view: "board",
    title: `Board: ${goal.name}`,
    steps: await stepsIn(site, open, "board", goal),
    done,
    undo: done && undo.possible && queryPart(request, "done") !== "undone" ? undo.action : null,
    model: {
      ...boardGoal(open, {
        goal,
        profiles: open.sorting.profiles,
        canBeWatched: sorted.resolved.windowMinutes !== null,
        draft: sorted.resolved.draft,
      }),
      tally: tallyOf(columns),
      consequence: consequenceOf(open),
      warnings: sorted.analysis.warnings,
      segments: sorted.analysis.segments ? saySegments(sorted.analysis.segments) : [],
      untested: goal.outcome === undefined,
      columns,
      undo,
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
  const { supported, performance, kept, warnings, history, segments } = analysis;
  const about = { supported, performance, kept, warnings, history, segments };
  response.json({ goal: resolved.goal.key, ...about, fields: verdicts });
};

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

/** What was done to the card that has the focus; null where nothing was, or where the card is gone. */
function doneWords(done: string | null, columns: readonly Column[]): string | null {
  for (const { short, number, cards } of columns) {
    const place = cards.findIndex(({ focused }) => focused);
    const label = cards[place]?.label;
    if (label === undefined) continue;
    const where = `${short}, ${place + 1} of ${number}`;
    if (done === "moved") return `${label} moved to ${where}. Undo available.`;
    if (done === "saved") return `Decision saved: ${label} is in ${where}.`;
    if (done === "undone") return `Undone: ${label} is back in ${where}.`;
    return done === "withdrawn" ? `${label} is back where Winnow put it: ${where}.` : null;
  }
  return done === "undone" ? "Undone." : null;
}
