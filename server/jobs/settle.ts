import type { Job, JobContext, Jobs } from "./jobs.ts";

/** Waits for a result that may still be in the making (`jobs.result`), passing on its progress and what it knows, and cancelling with the caller. */
export async function settle<T extends object>(
  jobs: Jobs,
  ready: T | Job<T>,
  context?: Partial<JobContext>,
): Promise<T> {
  if (!isJob(ready)) return ready;
  const cancel = () => jobs.cancel(ready.id);
  const unwatch = jobs.watch(ready.id, ({ progress, known }) => {
    context?.progress?.(progress.done, progress.total, progress.now);
    if (known) context?.known?.(known);
  });
  if (context?.signal?.aborted) cancel();
  context?.signal?.addEventListener("abort", cancel);
  try {
    return await ready.finished;
  } finally {
    context?.signal?.removeEventListener("abort", cancel);
    unwatch();
  }
}

export function isJob<T extends object>(ready: T | Job<T>): ready is Job<T> {
  return "finished" in ready && ready.finished instanceof Promise;
}
