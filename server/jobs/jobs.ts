import { randomUUID } from "node:crypto";
import { Cancelled } from "../errors.ts";

export interface Progress {
  readonly done: number;
  readonly total: number;
  readonly now: string;
}

/** What the work has found until now, made when somebody asks for it. */
export type Known = () => unknown;

export interface JobContext {
  readonly signal: AbortSignal;
  readonly progress: (done: number, total: number, now: string) => void;
  readonly known?: (known: Known) => void;
}

export interface Job<T = unknown> {
  readonly id: string;
  readonly title: string;
  readonly state: "running" | "done" | "failed" | "cancelled";
  readonly progress: Progress;
  /** null where the work tells nothing ahead of its result, and once it has ended */
  readonly known: Known | null;
  readonly error: Error | null;
  /** settles when the job ends; rejects with Cancelled when it was cancelled */
  readonly finished: Promise<T>;
}

/** Where finished results are kept, so that the second look is instant and survives a restart. */
export interface ResultStore {
  find(key: string): Promise<string | null>;
  keep(key: string, result: string): Promise<void>;
}

type RunningJob = { -readonly [K in keyof Job]: Job[K] } & {
  readonly key: string | null;
  readonly abort: AbortController;
  readonly listeners: Set<(job: Job) => void>;
};

/** How many ended jobs stay findable by their id. */
const endedKept = 30;

/** The long work of one workbench: progress, cancel, one run per key, results kept. */
export class Jobs {
  readonly #jobs = new Map<string, RunningJob>();
  readonly #store: ResultStore;

  constructor(store: ResultStore) {
    this.#store = store;
  }

  /** Starts work that is not kept on disk, or joins the run, or the recent one, that has this key. */
  start<T>(title: string, key: string | null, work: (context: JobContext) => Promise<T>): Job<T> {
    const same = key === null ? undefined : this.#newest(key);
    // A key stands for one kind of result: whoever asks with it gets what it was made for.
    if (same) return same as unknown as Job<T>;
    const abort = new AbortController();
    const job: RunningJob = {
      id: randomUUID(),
      key,
      title,
      state: "running",
      progress: { done: 0, total: 0, now: title },
      known: null,
      error: null,
      finished: Promise.resolve(),
      abort,
      listeners: new Set(),
    };
    this.#jobs.set(job.id, job);
    const context: JobContext = {
      signal: abort.signal,
      progress: (done, total, now) => this.#change(job, { progress: { done, total, now } }),
      known: (known) => this.#change(job, { known }),
    };
    job.finished = this.#run(job, () => work(context));
    job.finished.catch(() => undefined);
    return job as unknown as Job<T>;
  }

  /** The kept result of this key; else the run that makes it. `key` names everything the result depends on. */
  async result<T>(title: string, key: string, work: (context: JobContext) => Promise<T>): Promise<T | Job<T>> {
    const kept = await this.#store.find(key);
    if (kept !== null) return JSON.parse(kept) as T;
    return this.start(title, key, async (context) => {
      const result = await work(context);
      await this.#store.keep(key, JSON.stringify(result));
      return result;
    });
  }

  /** What a run of this key brought, as long as it is remembered. Starts nothing and waits for nothing. */
  async remembered<T>(key: string): Promise<T | null> {
    const job = this.#newest(key);
    return job?.state === "done" ? ((await job.finished) as T) : null;
  }

  find(id: string): Job | undefined {
    return this.#jobs.get(id);
  }

  cancel(id: string): void {
    this.#jobs.get(id)?.abort.abort();
  }

  /** Calls `listen` at every change until the job ends. Returns what stops it. */
  watch(id: string, listen: (job: Job) => void): () => void {
    const job = this.#jobs.get(id);
    if (!job) return () => undefined;
    job.listeners.add(listen);
    listen(job);
    return () => job.listeners.delete(listen);
  }

  async close(): Promise<void> {
    const running = [...this.#jobs.values()].filter((job) => job.state === "running");
    for (const job of running) job.abort.abort();
    await Promise.allSettled(running.map((job) => job.finished));
  }

  async #run<T>(job: RunningJob, work: () => Promise<T>): Promise<T> {
    try {
      const result = await work();
      if (job.abort.signal.aborted) throw new Cancelled("Cancelled.");
      this.#change(job, { state: "done", known: null });
      return result;
    } catch (error) {
      const cancelled = error instanceof Cancelled || job.abort.signal.aborted;
      this.#change(job, { state: cancelled ? "cancelled" : "failed", known: null, error: error as Error });
      throw error;
    } finally {
      this.#forgetOldest();
    }
  }

  #change(job: RunningJob, change: Partial<Pick<RunningJob, "state" | "progress" | "known" | "error">>): void {
    Object.assign(job, change);
    for (const listen of job.listeners) listen(job);
  }

  #newest(key: string): RunningJob | undefined {
    const usable = [...this.#jobs.values()].filter((job) => job.key === key && job.state !== "failed");
    return usable.findLast((job) => job.state !== "cancelled" && !job.abort.signal.aborted);
  }

  #forgetOldest(): void {
    const ended = [...this.#jobs.values()].filter((job) => job.state !== "running");
    for (const job of ended.slice(0, Math.max(0, ended.length - endedKept))) this.#jobs.delete(job.id);
  }
}
