import type { Request, Response } from "express";
import type { Job } from "../jobs/jobs.ts";
import { resultKey } from "../jobs/result-key.ts";
import { type Measured, measureDataset } from "../measure-dataset.ts";
import type { Goal } from "../vocabulary.ts";
import { type OpenDataset, openDataset } from "./open-dataset.ts";
import { goalOfPath } from "./open-sorting.ts";
import type { Site } from "./site.ts";
import { soon } from "./soon.ts";
import { urls } from "./urls.ts";

export interface OpenMeasured extends OpenDataset {
  readonly measured: Measured;
}

/** What both reports say of all goals; null where it is still being measured and the reader was sent to watch. */
export async function openReports(site: Site, request: Request, response: Response): Promise<OpenMeasured | null> {
  const open = await openDataset(site, request);
  return openMeasured(site, request, response, open, open.strategy.goals);
}

/** The same of the one goal that the path names. */
export async function openGoalReport(site: Site, request: Request, response: Response): Promise<OpenMeasured | null> {
  const open = await openDataset(site, request);
  return openMeasured(site, request, response, open, [goalOfPath(request, open)]);
}

async function openMeasured(
  site: Site,
  request: Request,
  response: Response,
  open: OpenDataset,
  goals: readonly Goal[],
): Promise<OpenMeasured | null> {
  const measured = await soon<Measured>(startMeasuring(site, open, goals), request);
  if ("result" in measured) return { ...open, measured: measured.result };
  response.redirect(303, urls.job(measured.job.id, { next: request.originalUrl }));
  return null;
}

/** Begins to make the reports of the goals given, or joins the run that does. */
export function startMeasuring({ workbench }: Site, open: OpenDataset, goals: readonly Goal[]): Job<Measured> {
  const { dataset, strategy } = open;
  const { seed } = workbench;
  return workbench.jobs.start("Making the reports", measuredKey(workbench, open, goals), ({ signal, progress }) =>
    measureDataset(workbench, dataset, strategy, goals, { seed, signal, progress }),
  );
}

/** What this strategy's reports of these goals are remembered by. */
export function measuredKey(
  { seed }: Pick<Site["workbench"], "seed">,
  { dataset, strategy }: OpenDataset,
  goals: readonly Goal[],
): string {
  return resultKey("reports", dataset.fingerprint, dataset.tables, strategy, goals, seed);
}
