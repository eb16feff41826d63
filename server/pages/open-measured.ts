import type { Request, Response } from "express";
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
  { workbench }: Site,
  request: Request,
  response: Response,
  open: OpenDataset,
  goals: readonly Goal[],
): Promise<OpenMeasured | null> {
  const { dataset, strategy } = open;
  const { seed } = workbench;
  const key = resultKey("reports", dataset.fingerprint, dataset.tables, strategy, goals, seed);
  const job = workbench.jobs.start("Making the reports", key, ({ signal, progress }) =>
    measureDataset(workbench, dataset, strategy, goals, { seed, signal, progress }),
  );
  const measured = await soon<Measured>(job);
  if ("result" in measured) return { ...open, measured: measured.result };
  response.redirect(303, urls.job(measured.job.id, { next: request.originalUrl }));
  return null;
}
