import type { Request } from "express";
import { near } from "../did-you-mean.ts";
import { NotFound } from "../errors.ts";
import { catalogue, findStarter } from "../goals/catalogue.ts";
import { draftGoal } from "../goals/draft-goal.ts";
import { goalKeyFrom } from "../goals/goal-key.ts";
import { keepPart } from "../goals/strategy-store.ts";
import type { Goal } from "../vocabulary.ts";
import { formFaults, openForm, showGoalForm } from "./goal-form.ts";
import { proposalsFor } from "./goal-roles.ts";
import { openProfiles, type ProfiledDataset } from "./open-dataset.ts";
import { goalOfPath } from "./open-sorting.ts";
import { formPart, type Page, queryPart } from "./site.ts";
import { urls } from "./urls.ts";
import { type WrittenGoal, writtenBy, writtenOf } from "./written-goal.ts";

/** A goal of one's own, or made of a starter: `?from=churn-save`. */
export const newGoalPage: Page = async (site, request, response) => {
  const open = await openProfiles(site, request, response);
  if (!open) return;
  const form = await openForm(site, open, blankForm(request, open), { key: "new", before: null, fill: true });
  await showGoalForm(site, request, response, open, form, { title: "", errors: [], done: null });
};

export const goalEditPage: Page = async (site, request, response) => {
  const open = await openProfiles(site, request, response);
  if (!open) return;
  const goal = goalOfPath(request, open);
  const form = await openForm(site, open, writtenOf(goal), { key: goal.key, before: goal, fill: false });
  const errors = formFaults(form).filter(notBlank);
  await showGoalForm(site, request, response, open, form, {
    title: "This goal does not fit these tables",
    errors,
    done: null,
  });
};

/** Saves the form of a new goal, or says what is to be mended; nothing that was typed is lost. */
export const saveNewGoal: Page = async (site, request, response) => {
  const open = await openProfiles(site, request, response);
  if (open) await saveForm(site, request, response, open, null);
};

export const saveGoal: Page = async (site, request, response) => {
  const open = await openProfiles(site, request, response);
  if (open) await saveForm(site, request, response, open, goalOfPath(request, open));
};

const notSaved = "This goal is not saved yet";

async function saveForm(
  ...[site, request, response, open, before]: [...Parameters<Page>, ProfiledDataset, Goal | null]
): Promise<void> {
  const written = writtenBy(request);
  const form = await openForm(site, open, written, { key: before?.key ?? keyFor(written, open), before, fill: true });
  const act = formPart(request, "act");
  const faults = formFaults(form);
  if (act === "check") {
    const mended = faults.filter(notBlank);
    const done = mended.length ? null : "Checked. Nothing is saved yet.";
    return showGoalForm(site, request, response, open, form, { title: notSaved, errors: mended, done });
  }
  const errors = act === "draft" ? faults.filter(notBlank) : faults;
  if (errors.length) return showGoalForm(site, request, response, open, form, { title: notSaved, errors, done: null });
  const { goal } = form.read;
  const { slug } = open.dataset;
  await keepPart(site.workbench.database, slug, "goals", goal);
  const done = goal.exchange === undefined ? "draft" : "saved";
  response.redirect(303, `${urls.goals(slug, { done })}#goal-${goal.key}`);
}

/** A goal may be kept without its exchange, as a draft. */
function notBlank({ part, message }: { part: string; message: string }): boolean {
  return part !== "exchange" || !message.startsWith("Say what");
}

function blankForm(request: Request, { dataset, profiles }: ProfiledDataset): WrittenGoal {
  const from = queryPart(request, "from");
  if (from === null) {
    const channels = ["email"];
    const blank = writtenOf({ key: "new", name: "", channels, roles: {} });
    const key = proposalsFor(blank, dataset, profiles).find(({ role }) => role === "key");
    const roles = key ? [{ role: "key" as const, channel: null, field: key.field.name, law: "" }] : [];
    return { ...blank, window: "24h", roles };
  }
  const starter = findStarter(from);
  if (starter) return writtenOf(draftGoal(starter, dataset, profiles));
  const keys = catalogue.map(({ key }) => key);
  throw new NotFound(
    "There is no starter under this name.",
    near(from, keys).map((key) => urls.newGoal(dataset.slug, { from: key })),
  );
}

/** The starter's key where the goal still has its name, else one made of the name. `new` is the address of a new goal. */
function keyFor({ from, name }: WrittenGoal, { strategy }: ProfiledDataset): string {
  const taken = [...strategy.goals.map(({ key }) => key), "new"];
  const starter = findStarter(from);
  return starter?.name === name && !taken.includes(starter.key) ? starter.key : goalKeyFrom(name, taken);
}
