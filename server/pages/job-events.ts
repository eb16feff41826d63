import { NotFound } from "../errors.ts";
import { findJob, progressOf } from "./job-page.ts";
import { type Page, queryPart } from "./site.ts";
import { streamJob } from "./stream-job.ts";

/** The event stream of a job: `progress` with the fragment to show, then `end`. */
export const jobEvents: Page = (site, request, response) => {
  const job = findJob(site, request);
  if (!job) throw new NotFound("This work is over, or was never begun.");
  const as = queryPart(request, "as");
  streamJob(site, response, job, (changed, send) =>
    send("progress", site.templates.component("job-progress", { progress: progressOf(changed, as) })),
  );
};
