import type { Request } from "express";
import { Cancelled, NotFound, UserError } from "../errors.ts";
import type { Job } from "../jobs/jobs.ts";
import { type StageShown, stagesAt } from "./load-stages.ts";
import { showPage } from "./show-page.ts";
import { type Page, pathPart, queryPart, type Site } from "./site.ts";
import { traceOf } from "./trace-of.ts";
import { localPath, urls } from "./urls.ts";

export interface JobProgress {
  readonly title: string;
  /** of the whole where there are stages, else of what is done now: other work does not know how long its steps take */
  readonly percent: number;
  readonly known: boolean;
  readonly now: string;
  readonly stages: readonly StageShown[];
}

/** Watches a job, and goes where it leads once it is done: its own `next`, else the path in `next`. */
export const jobPage: Page = async (site, request, response) => {
  const job = findJob(site, request);
  if (!job) {
    const next = localPath(queryPart(request, "next"));
    if (next) return response.redirect(303, next);
    throw new NotFound("This work is over, or was never begun.");
  }
  if (job.state === "done") return response.redirect(303, await whereNext(job, request));
  const bug = job.state === "failed" && !(job.error instanceof UserError);
  if (bug) site.log(traceOf(job.error, "A job"));
  const here = { as: queryPart(request, "as"), next: queryPart(request, "next"), back: queryPart(request, "back") };
  const back = localPath(here.back) ?? localPath(here.next) ?? urls.home();
  showPage(site, request, response, {
    view: "job",
    title: job.state === "running" ? job.title : `Error: ${job.title}`,
    status: bug ? 500 : job.state === "failed" ? 400 : 200,
    ...(job.state === "running" ? { refreshSeconds: 2 } : {}),
    model: {
      running:
        job.state === "running" ? { progress: progressOf(job, here.as), events: eventsPath(job, here.as) } : null,
      ended: job.state === "running" ? null : endedWords(job),
      cancel: urls.jobCancel(job.id, { back }),
      here: urls.job(job.id, here),
      back,
    },
  });
};

export const cancelJob: Page = (site, request, response) => {
  const id = pathPart(request, "job");
  site.workbench.jobs.cancel(id);
  response.redirect(303, urls.job(id, { back: queryPart(request, "back") }));
};

export const jobJson: Page = (site, request, response) => {
  const job = findJob(site, request);
  if (!job) throw new NotFound("This work is over, or was never begun.");
  const { id, title, state, progress } = job;
  response.json({ job: { id, title, state, progress } });
};

export function findJob(site: Site, request: Request): Job | undefined {
  return site.workbench.jobs.find(pathPart(request, "job"));
}

export function progressOf(job: Job, as: string | null): JobProgress {
  const { done, total, now } = job.progress;
  const share = total > 0 ? Math.min(1, done / total) : 0;
  return {
    title: job.title,
    percent: Math.floor(share * 100),
    known: total > 0,
    now: now === job.title ? "" : now,
    stages: as === "load" ? stagesAt(share * 100, now === job.title ? "" : now) : [],
  };
}

function eventsPath(job: Job, as: string | null): string {
  return as === null ? urls.jobEvents(job.id) : `${urls.jobEvents(job.id)}?as=${as === "load" ? "load" : ""}`;
}

async function whereNext(job: Job, request: Request): Promise<string> {
  const result = await job.finished;
  const next = (result as { readonly next?: unknown } | null)?.next;
  return localPath(next) ?? localPath(queryPart(request, "next")) ?? urls.home();
}

function endedWords({ error, state }: Job): { readonly title: string; readonly text: string; readonly action: string } {
  if (state === "cancelled" || error instanceof Cancelled) {
    return { title: "It was cancelled", text: "Nothing of it was kept.", action: "Go back" };
  }
  if (error instanceof UserError)
    return { title: "It did not work", text: error.message, action: "Go back and change it" };
  return {
    title: "Something broke in Winnow",
    text: "Your tables and decisions are as they were. Go back and try it again.",
    action: "Go back",
  };
}
