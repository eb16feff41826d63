import type { Response } from "express";
import type { Job } from "../jobs/jobs.ts";
import type { Site } from "./site.ts";

const quietMs = 250;
const pingMs = 15_000;

type Send = (event: string, text: string) => void;

/** The event stream of a job: what `show` says of it, at most four times a second, then `end` with its state. */
export function streamJob(site: Site, response: Response, job: Job, show: (job: Job, send: Send) => void): void {
  response.writeHead(200, { "Content-Type": "text/event-stream", "X-Accel-Buffering": "no" });
  response.flushHeaders();
  const send: Send = (event, text) => {
    const lines = text.split("\n").map((line) => `data: ${line}\n`);
    response.write(`event: ${event}\n${lines.join("")}\n`);
  };

  const ping = setInterval(() => response.write(": still here\n\n"), pingMs);
  let waiting: NodeJS.Timeout | null = null;
  const showNow = (changed: Job) => {
    waiting = null;
    show(changed, send);
  };
  const unwatch = site.workbench.jobs.watch(job.id, (changed) => {
    if (changed.state === "running") {
      waiting ??= setTimeout(showNow, quietMs, changed);
      return;
    }
    send("end", changed.state);
    stop();
    response.end();
  });
  function stop(): void {
    clearInterval(ping);
    if (waiting) clearTimeout(waiting);
    // The first call to the listener comes before `unwatch` is there.
    queueMicrotask(() => unwatch());
  }
  response.on("close", stop);
}
