import { effortPoints, type PlannedFix } from "../actionability/fixes/plan-fixes.ts";
import type { Transaction } from "../database/database.ts";
import { dropPartIn, keepPartIn, storedStrategy } from "../goals/strategy-store.ts";
import type { FixEffort, Goal } from "../vocabulary.ts";
import { effortFaults, type WrittenEfforts, writtenEfforts } from "./efforts-form.ts";
import { openRehearsal } from "./open-rehearsal.ts";
import { showActionability } from "./report-pages.ts";
import { formPart, type Page } from "./site.ts";
import { urls } from "./urls.ts";
import { rememberWho } from "./who.ts";

/** Keeps what a person reckons a goal's fixes cost, and the share they are to reach. Answers after it is on disk. */
export const saveEfforts: Page = async (site, request, response) => {
  const open = await openRehearsal(site, request, response);
  if (!open) return;
  const { dataset, report, sorted } = open;
  const { goal } = sorted.resolved;
  const { database, now } = site.workbench;
  const { slug } = dataset;
  const here = (done: string) => `${urls.actionability(slug, goal.key, { done })}#efforts`;
  if (formPart(request, "act") === "take-back") {
    await database.transaction((transaction) => takeBack(transaction, slug, goal.key));
    return response.redirect(303, here("usual-efforts"));
  }
  const written = writtenEfforts(request, report, formPart(request, "by") ?? "");
  const faults = effortFaults(written);
  if (faults.length) return showActionability(site, request, response, open, { written, faults });
  const at = now().toISOString().slice(0, 10);
  await database.transaction((transaction) => keep(transaction, slug, goal.key, report.plan?.fixes ?? [], written, at));
  rememberWho(response, written.by);
  response.redirect(303, here("efforts"));
};

async function keep(
  transaction: Transaction,
  slug: string,
  key: string,
  fixes: readonly PlannedFix[],
  written: WrittenEfforts,
  at: string,
): Promise<void> {
  const { goals, efforts } = await storedStrategy(transaction, slug);
  for (const { key: fix, effort } of fixes) {
    const points = Number(written.points.get(fix));
    const said = efforts.filter((one) => one.fix === fix);
    const own = said.find(({ goal }) => goal === key);
    const otherwise = said.find(({ goal }) => goal === undefined)?.points ?? effortPoints[effort];
    const kept: FixEffort = { goal: key, fix, points, by: written.by, at };
    if (points === otherwise) await dropPartIn(transaction, slug, "efforts", kept);
    else if (points !== own?.points) await keepPartIn(transaction, slug, "efforts", kept);
  }
  const wish = written.wish === "" ? null : Number(written.wish) / 100;
  await keepWish(transaction, slug, goals, key, wish);
}

async function takeBack(transaction: Transaction, slug: string, key: string): Promise<void> {
  const { goals, efforts } = await storedStrategy(transaction, slug);
  for (const effort of efforts) {
    if (effort.goal === key) await dropPartIn(transaction, slug, "efforts", effort);
  }
  await keepWish(transaction, slug, goals, key, null);
}

async function keepWish(
  transaction: Transaction,
  slug: string,
  goals: readonly Goal[],
  key: string,
  wish: number | null,
): Promise<void> {
  const goal = goals.find((one) => one.key === key);
  if (!goal || (goal.wishedShare ?? null) === wish) return;
  const { wishedShare: _, ...rest } = goal;
  await keepPartIn(transaction, slug, "goals", wish === null ? rest : { ...rest, wishedShare: wish });
}
