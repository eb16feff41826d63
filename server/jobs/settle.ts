import type { Job } from "./jobs.ts";

/** Waits for a result that may still be in the making (`jobs.result`). */
export async function settle<T extends object>(ready: T | Job<T>): Promise<T> {
  return isJob(ready) ? ready.finished : ready;
}

export function isJob<T extends object>(ready: T | Job<T>): ready is Job<T> {
  return "finished" in ready && ready.finished instanceof Promise;
}
