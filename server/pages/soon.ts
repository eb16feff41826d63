import type { Job } from "../jobs/jobs.ts";
import { isJob } from "../jobs/settle.ts";

/** How long a page waits for work before it sends the reader to watch it instead. */
const usualPatience = 400;

/**
 * A result that is there, or there within moments; else the job that makes it. A form waits for it however long it takes:
 * sent away to watch, what it says would be lost. Throws what the job throws.
 */
export async function soon<T extends object>(
  ready: T | Job<T>,
  { method }: { readonly method: string } = { method: "GET" },
  patience = usualPatience,
): Promise<{ readonly result: T } | { readonly job: Job<T> }> {
  if (!isJob(ready)) return { result: ready };
  if (method !== "GET" && method !== "HEAD") return { result: await ready.finished };
  let timer: NodeJS.Timeout | undefined;
  const waited = new Promise<"late">((resolve) => {
    timer = setTimeout(resolve, patience, "late");
  });
  const first = await Promise.race([ready.finished, waited]).finally(() => clearTimeout(timer));
  return first === "late" ? { job: ready } : { result: first };
}
