import type { Request, Response } from "express";
import { levelsOf } from "../profiles/levels-of.ts";
import { recordDecision, undoDecision, withdrawDecision } from "../verdicts/decisions.ts";
import type { Decision } from "../vocabulary.ts";
import { boardKey, keyOfField } from "./board-card.ts";
import { fieldOnBoard, showBoardField } from "./board-field-page.ts";
import { openDataset } from "./open-dataset.ts";
import { type OpenBoard, openBoard } from "./open-sorting.ts";
import { formPart, type Page, pathPart, type Site } from "./site.ts";
import type { SortedField } from "./sorted-fields.ts";
import { urls } from "./urls.ts";
import { isVerdict } from "./verdict-words.ts";
import { rememberWho, whoOf } from "./who.ts";

/** Records where a person puts a field: from the Move menu, a key, a drop or the form. Answers after it is on disk. */
export const moveField: Page = async (site, request, response) => {
  const open = await openBoard(site, request, response);
  if (!open) return;
  const field = fieldOnBoard(request, open);
  if (formPart(request, "act") === "withdraw") return withdraw(site, response, open, field);
  const verdict = formPart(request, "verdict");
  const by = formPart(request, "by") ?? whoOf(request);
  const fromForm = formPart(request, "from") === "form";
  const keepAs = verdict === "coarser" ? formPart(request, "keepAs") : null;
  const needsLevel = verdict === "coarser" && keepAs === null && levelsOf(field.profile).length > 0;
  if (isVerdict(verdict) && !fromForm && (by === "" || needsLevel)) {
    return response.redirect(303, fieldUrl(open, field, { verdict }));
  }
  const errors = faultsOf(request, by, needsLevel);
  if (!isVerdict(verdict) || errors.length) return showBoardField(site, request, response, open, field, errors);
  const decision: Decision = {
    goal: open.sorted.resolved.goal.key,
    field: nameOf(open, field),
    verdict,
    ...(keepAs ? { keepAs } : {}),
    by,
    at: timeOf(site),
    reason: formPart(request, "reason") ?? "",
    ...(formPart(request, "reviewBy") ? { reviewBy: formPart(request, "reviewBy") ?? "" } : {}),
  };
  await recordDecision(site.workbench.database, open.dataset.slug, decision);
  rememberWho(response, by);
  toBoard(response, open, field, fromForm ? "saved" : "moved");
};

/** Takes the latest decision back, whichever field it was about. */
export const undoMove: Page = async (site, request, response) => {
  const [{ dataset }, goal] = [await openDataset(site, request), pathPart(request, "goal")];
  const undone = await undoDecision(site.workbench.database, dataset.slug);
  const about = undone?.after ?? undone?.before;
  const key = about ? keyOfField(dataset, about.field) : null;
  const board = urls.board(dataset.slug, goal, { done: undone ? "undone" : null, moved: key });
  response.redirect(303, key === null ? board : `${board}#c-${key}`);
};

async function withdraw(site: Site, response: Response, open: OpenBoard, field: SortedField): Promise<void> {
  const { decision } = field.verdict;
  if (decision) await withdrawDecision(site.workbench.database, open.dataset.slug, decision, timeOf(site));
  toBoard(response, open, field, "withdrawn");
}

function toBoard(response: Response, open: OpenBoard, { profile }: SortedField, done: string): void {
  const key = boardKey(open.dataset, profile);
  response.redirect(
    303,
    `${urls.board(open.dataset.slug, open.sorted.resolved.goal.key, { done, moved: key })}#c-${key}`,
  );
}

function faultsOf(request: Request, by: string, needsLevel: boolean) {
  const review = formPart(request, "reviewBy");
  return [
    isVerdict(formPart(request, "verdict")) ? null : { text: "Choose one of the four", href: "#verdict-needed" },
    needsLevel ? { text: "Choose how coarse it may be", href: "#keepAs" } : null,
    by === "" ? { text: "Say who decides", href: "#by" } : null,
    by.length > 80 ? { text: "Keep the name or role under 80 letters", href: "#by" } : null,
    (formPart(request, "reason")?.length ?? 0) > 2000
      ? { text: "Keep the reason under 2,000 letters", href: "#reason" }
      : null,
    review !== null && !/^\d{4}-\d{2}-\d{2}$/.test(review)
      ? { text: "Write the day like 2027-11-20", href: "#reviewBy" }
      : null,
  ].filter((fault) => fault !== null);
}

/** As the strategy file names fields: alone where it is of the customers table, else with its table. */
function nameOf({ dataset }: OpenBoard, { profile }: SortedField): string {
  const customers = dataset.tables.find(({ kind }) => kind === "customers");
  return profile.table === customers?.name ? profile.name : `${profile.table}.${profile.name}`;
}

function fieldUrl({ dataset, sorted }: OpenBoard, { profile }: SortedField, query: Record<string, string>): string {
  return urls.boardField(dataset.slug, sorted.resolved.goal.key, boardKey(dataset, profile), query);
}

function timeOf({ workbench }: Site): string {
  return `${workbench.now().toISOString().slice(0, 19)}Z`;
}
