import type { Request, Response } from "express";
import { near } from "../did-you-mean.ts";
import { NotFound } from "../errors.ts";
import type { Job } from "../jobs/jobs.ts";
import { resultKey } from "../jobs/result-key.ts";
import { type SortedGoal, type Sorting, sortDataset } from "../plans/sort-dataset.ts";
import type { Goal } from "../vocabulary.ts";
import { type OpenDataset, openDataset } from "./open-dataset.ts";
import { pathPart, type Site } from "./site.ts";
import { soon } from "./soon.ts";
import { urls } from "./urls.ts";

export interface OpenGoal extends OpenDataset {
  readonly goal: Goal;
}

export interface OpenBoard extends OpenDataset {
  readonly sorting: Sorting;
  readonly sorted: SortedGoal;
}

/** Answers whoever came while the goal is still being sorted. */
export type WhileSorting = (
  site: Site,
  request: Request,
  response: Response,
  open: OpenGoal,
  job: Job<Sorting>,
) => Promise<void> | void;

const sendToWatch: WhileSorting = (_, request, response, __, job) =>
  response.redirect(303, urls.job(job.id, { next: request.originalUrl }));

/** Begins to sort the dataset for the goals given, or joins the run that does. */
export function startSorting({ workbench }: Site, open: OpenDataset, goals: readonly Goal[]): Job<Sorting> {
  const { seed } = workbench;
  const { dataset, strategy } = open;
  const key = sortingKey(workbench, open, goals);
  return workbench.jobs.start("Sorting the fields", key, (context) =>
    sortDataset(workbench, dataset, strategy, goals, { ...context, seed }),
  );
}

/** What this strategy's sorting for these goals is remembered by. */
export function sortingKey(
  { seed }: Pick<Site["workbench"], "seed">,
  { dataset, strategy }: OpenDataset,
  goals: readonly Goal[],
): string {
  return resultKey("sorting", dataset.fingerprint, dataset.tables, strategy, goals, seed);
}

/**
 * The dataset sorted for the one goal that the path names; null where that still goes on: `answer` has answered then.
 * Throws NotFound, with the goals whose keys look like it.
 */
export async function openBoard(
  site: Site,
  request: Request,
  response: Response,
  answer: WhileSorting = sendToWatch,
): Promise<OpenBoard | null> {
  const open = await openDataset(site, request);
  const goal = goalOfPath(request, open);
  const sorting = await soon<Sorting>(startSorting(site, open, [goal]), request);
  if ("job" in sorting) {
    await answer(site, request, response, { ...open, goal }, sorting.job);
    return null;
  }
  const [sorted] = sorting.result.goals;
  if (!sorted) throw new Error("A goal was sorted without a result.");
  return { ...open, sorting: sorting.result, sorted };
}

export function goalOfPath(request: Request, { dataset, strategy }: OpenDataset): Goal {
  const key = pathPart(request, "goal");
  const goal = strategy.goals.find((one) => one.key === key);
  if (goal) return goal;
  const keys = strategy.goals.map((one) => one.key);
  throw new NotFound(
    "There is no goal under this name.",
    near(key, keys).map((one) => urls.board(dataset.slug, one)),
  );
}
