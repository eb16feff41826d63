import { Worker } from "node:worker_threads";
import { Cancelled } from "../errors.ts";

/** Names a function that runs in a worker thread. Input and output cross by structured clone; share large arrays. */
export interface Task<I, O, P = never> {
  readonly name: string;
  readonly input?: I;
  readonly output?: O;
  /** what the function tells ahead of its output */
  readonly part?: P;
}

export interface RunOptions<P = never> {
  readonly signal?: AbortSignal | undefined;
  readonly progress?: ((done: number, total: number, now: string) => void) | undefined;
  readonly part?: ((part: P) => void) | undefined;
}

interface Waiting {
  readonly task: string;
  readonly input: unknown;
  readonly options: RunOptions;
  readonly resolve: (output: never) => void;
  readonly reject: (error: Error) => void;
}

/** A few warm worker threads. Work that is cancelled ends its thread, and a new one takes its place. */
export class WorkerPool {
  readonly #entry: URL;
  readonly #idle: Worker[] = [];
  readonly #busy = new Set<Worker>();
  readonly #queue: Waiting[] = [];
  readonly #size: number;

  constructor(entry: URL, size = 2) {
    this.#entry = entry;
    this.#size = size;
  }

  /** Starts the threads before anybody waits for them. */
  warm(): void {
    while (this.#idle.length + this.#busy.size < this.#size) this.#idle.push(this.#spawn());
  }

  run<I, O, P>(task: Task<I, O, P>, input: I, options: RunOptions<P> = {}): Promise<O> {
    return new Promise<O>((resolve, reject) => {
      this.#queue.push({ task: task.name, input, options, resolve, reject });
      this.#next();
    });
  }

  async close(): Promise<void> {
    for (const waiting of this.#queue.splice(0)) waiting.reject(new Cancelled("Cancelled."));
    await Promise.all([...this.#idle.splice(0), ...this.#busy].map((worker) => worker.terminate()));
  }

  #spawn(): Worker {
    const worker = new Worker(this.#entry);
    worker.unref();
    return worker;
  }

  #next(): void {
    if (!this.#queue.length) return;
    if (!this.#idle.length && this.#busy.size >= this.#size) return;
    const waiting = this.#queue.shift() as Waiting;
    if (waiting.options.signal?.aborted) {
      waiting.reject(new Cancelled("Cancelled."));
      this.#next();
      return;
    }
    this.#give(this.#idle.pop() ?? this.#spawn(), waiting);
  }

  #give(worker: Worker, waiting: Waiting): void {
    const { signal, progress, part } = waiting.options;
    this.#busy.add(worker);
    worker.ref();
    const done = (reusable: boolean) => {
      signal?.removeEventListener("abort", cancel);
      worker.off("message", answered);
      worker.off("error", failed);
      this.#busy.delete(worker);
      worker.unref();
      if (reusable) this.#idle.push(worker);
      else void worker.terminate();
      this.#next();
    };
    const cancel = () => {
      done(false);
      waiting.reject(new Cancelled("Cancelled."));
    };
    const answered = (message: WorkerMessage) => {
      if ("progress" in message) return progress?.(...message.progress);
      if ("part" in message) return part?.(message.part as never);
      done(true);
      if ("failed" in message) waiting.reject(Object.assign(new Error(message.failed.message), message.failed));
      else waiting.resolve(message.output as never);
    };
    const failed = (error: Error) => {
      done(false);
      waiting.reject(error);
    };
    signal?.addEventListener("abort", cancel);
    worker.on("message", answered);
    worker.on("error", failed);
    worker.postMessage({ task: waiting.task, input: waiting.input });
  }
}

export type WorkerMessage =
  | { readonly progress: readonly [done: number, total: number, now: string] }
  | { readonly part: unknown }
  | { readonly output: unknown }
  | { readonly failed: { readonly name: string; readonly message: string; readonly stack: string } };
