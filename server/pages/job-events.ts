import { NotFound } from "../errors.ts";
import type { Job } from "../jobs/jobs.ts";
import { findJob, progressOf } from "./job-page.ts";
import { type Page, queryPart } from "./site.ts";

const quietMs = 250;
const pingMs = 15_000;

/** The event stream of a job: `progress` with the fragment to show, at most four a second, then `end`. */
export const jobEvents: Page = (site, request, response) => {
  const job = findJob(site, request);
  if (!job) throw new NotFound("This work is over, or was never begun.");
  const as = queryPart(request, "as");
  response.writeHead(200, { "Content-Type": "text/event-stream", "X-Accel-Buffering": "no" });
  response.flushHeaders();
  const send = (event: string, text: string) =>
    response.write(
      `event: ${event}\n${text
        .split("\n")
        .map((line) => `data: ${line}\n`)
        .join("")}\n`,
    );

  let waiting: NodeJS.Timeout | null = null;
  const show = (changed: Job) => {
    waiting = null;
    send("progress", site.templates.component("job-progress", { progress: progressOf(changed, as) }));
  };
  const unwatch = site.workbench.jobs.watch(job.id, (changed) => {
    if (changed.state === "running") {
      waiting ??= setTimeout(show, quietMs, changed);
      return;
    }
    send("end", changed.state);
    stop();
    response.end();
  });
  const ping = setInterval(() => response.write(": still here\n\n"), pingMs);
  function stop(): void {
    clearInterval(ping);
    if (waiting) clearTimeout(waiting);
    // The first call to the listener comes before `unwatch` is there.
    queueMicrotask(() => unwatch());
  }
  response.on("close", stop);
};
