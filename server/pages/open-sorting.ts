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

export interface OpenSorting extends OpenDataset {
  readonly sorting: Sorting;
}

export interface OpenBoard extends OpenSorting {
  readonly sorted: SortedGoal;
}

/** The dataset sorted for the goals given; null where it is still being sorted and the reader was sent to watch. */
export async function openSorting(
  site: Site,
  request: Request,
  response: Response,
  open: OpenDataset,
  goals: readonly Goal[],
): Promise<OpenSorting | null> {
  const job = startSorting(site, open, goals);
  const sorting = await soon<Sorting>(job, request);
  if ("job" in sorting) {
    response.redirect(303, urls.job(sorting.job.id, { next: request.originalUrl }));
    return null;
  }
  return { ...open, sorting: sorting.result };
}

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

/** The dataset sorted for the one goal that the path names. Throws NotFound, with the goals whose keys look like it. */
export async function openBoard(site: Site, request: Request, response: Response): Promise<OpenBoard | null> {
  const open = await openDataset(site, request);
  const goal = goalOfPath(request, open);
  const sorting = await openSorting(site, request, response, open, [goal]);
  const sorted = sorting?.sorting.goals[0];
  return sorting && sorted ? { ...sorting, sorted } : null;
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
