import type { Request, Response } from "express";
import { UserError } from "../errors.ts";
import type { Job } from "../jobs/jobs.ts";
import { resultKey } from "../jobs/result-key.ts";
import { type Measured, measureDataset } from "../measure-dataset.ts";
import type { Goal } from "../vocabulary.ts";
import { type OpenDataset, openDataset } from "./open-dataset.ts";
import { goalOfPath } from "./open-sorting.ts";
import { queryPart, type Site } from "./site.ts";
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
  const measured = await soon<Measured>(startMeasuring(site, open, goals, askedAsOf(request)), request);
  if ("result" in measured) return { ...open, measured: measured.result };
  response.redirect(303, urls.job(measured.job.id, { next: request.originalUrl }));
  return null;
}

/** Begins to make the reports of the goals given, or joins the run that does. */
export function startMeasuring(
  { workbench }: Site,
  open: OpenDataset,
  goals: readonly Goal[],
  asOf?: string,
): Job<Measured> {
  const { dataset, strategy } = open;
  const { seed } = workbench;
  return workbench.jobs.start("Making the reports", measuredKey(workbench, open, goals, asOf), ({ signal, progress }) =>
    measureDataset(workbench, dataset, strategy, goals, { ...(asOf ? { asOf } : {}), seed, signal, progress }),
  );
}

/** What this strategy's reports of these goals are remembered by. */
export function measuredKey(
  { seed }: Pick<Site["workbench"], "seed">,
  { dataset, strategy }: OpenDataset,
  goals: readonly Goal[],
  asOf?: string,
): string {
  return resultKey("reports", dataset.fingerprint, dataset.tables, strategy, goals, seed, asOf ?? null);
}

/** The moment that a reader asks the report to stand for, in UTC; else it is the data's own. Throws UserError for no moment. */
function askedAsOf(request: Request): string | undefined {
  const asked = queryPart(request, "asOf");
  if (asked === null) return undefined;
  const written = /^(\d{4}-\d\d-\d\d)(?:T(\d\d:\d\d(?::\d\d)?)Z?)?$/.exec(asked);
  const moment = written ? Date.parse(`${written[1]}T${written[2] ?? "00:00"}Z`) : Number.NaN;
  // 31 February would be taken for a day in March.
  if (Number.isNaN(moment) || new Date(moment).toISOString().slice(0, 10) !== written?.[1])
    throw new UserError("This is no moment. Write the day and the time like 2026-11-23T09:40.");
  return `${new Date(moment).toISOString().slice(0, 19)}Z`;
}
