import { expect, test } from "vitest";
import { Cancelled } from "../../server/errors.ts";
import { Jobs, type ResultStore } from "../../server/jobs/jobs.ts";
import { isJob, settle } from "../../server/jobs/settle.ts";

function openJobs() {
  const kept = new Map<string, string>();
  const store: ResultStore = {
    find: async (key) => kept.get(key) ?? null,
    keep: async (key, result) => void kept.set(key, result),
  };
  return { jobs: new Jobs(store), kept };
}

/** Work that waits until it is told to go on, and stops when it is cancelled. */
function gate() {
  let open: (value: { number: number }) => void = () => undefined;
  const opened = new Promise<{ number: number }>((resolve) => {
    open = resolve;
  });
  return { open, opened };
}

test("two askers of one key share one run", async () => {
  const { jobs } = openJobs();
  let runs = 0;
  const { open, opened } = gate();
  const work = () => {
    runs++;
    return opened;
  };
  const [first, second] = [jobs.start("Sorting", "k", work), jobs.start("Sorting", "k", work)];
  open({ number: 1 });
  expect(await Promise.all([first.finished, second.finished])).toEqual([{ number: 1 }, { number: 1 }]);
  expect(runs).toBe(1);
});

test("a run that is over answers the next asker of its key; one that failed is run again", async () => {
  const { jobs } = openJobs();
  let runs = 0;
  const work = async () => {
    runs++;
    if (runs === 1) throw new Error("not today");
    return { number: runs };
  };
  await expect(jobs.start("Sorting", "k", work).finished).rejects.toThrow("not today");
  expect(await jobs.start("Sorting", "k", work).finished).toEqual({ number: 2 });
  expect(await jobs.start("Sorting", "k", work).finished).toEqual({ number: 2 });
});

test("a finished result is kept, and found again without a run", async () => {
  const { jobs, kept } = openJobs();
  const ready = await jobs.result("Sorting", "k", async () => ({ number: 7 }));
  expect(await settle(jobs, ready)).toEqual({ number: 7 });
  expect(kept.has("k")).toBe(true);
  const again = await jobs.result("Sorting", "k", async () => ({ number: 8 }));
  expect(isJob(again)).toBe(false);
  expect(again).toEqual({ number: 7 });
});

test("a cancelled run keeps nothing and the next asker starts anew", async () => {
  const { jobs, kept } = openJobs();
  const { opened, open } = gate();
  const job = jobs.start("Sorting", "k", () => opened);
  jobs.cancel(job.id);
  open({ number: 1 });
  await expect(job.finished).rejects.toThrow(Cancelled);
  expect(kept.size).toBe(0);
  expect(await jobs.start("Sorting", "k", async () => ({ number: 2 })).finished).toEqual({ number: 2 });
});

test("progress reaches who watches, and cancelling the caller cancels the run", async () => {
  const { jobs } = openJobs();
  const seen: string[] = [];
  const caller = new AbortController();
  const ready = await jobs.result("Sorting", "k", async ({ progress, signal }) => {
    progress(1, 2, "half");
    caller.abort();
    if (signal.aborted) throw new Cancelled("Cancelled.");
    return { number: 1 };
  });
  const waited = settle(jobs, ready, {
    signal: caller.signal,
    progress: (done, total, now) => seen.push(`${done}/${total} ${now}`),
  });
  await expect(waited).rejects.toThrow(Cancelled);
  expect(seen).toContain("1/2 half");
});
