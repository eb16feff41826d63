import { parentPort } from "node:worker_threads";
import type { WorkerMessage } from "./worker-pool.ts";

export type Progress = (done: number, total: number, now: string) => void;
/** Tells a part of the output ahead. */
export type Tell<P> = (part: P) => void;
export type TaskFunctions = Readonly<
  Record<string, (input: never, progress: Progress, tell: Tell<unknown>) => unknown>
>;

/** The worker's side of the pool: answers each message with the task's output. */
export function serveTasks(tasks: TaskFunctions): void {
  const port = parentPort;
  if (!port) throw new Error("serveTasks belongs in a worker thread.");
  const send = (message: WorkerMessage) => port.postMessage(message);
  port.on("message", async ({ task, input }: { task: string; input: never }) => {
    try {
      const work = tasks[task];
      if (!work) throw new Error(`There is no task ${task}.`);
      const output = await work(
        input,
        (...progress) => send({ progress }),
        (part) => send({ part }),
      );
      send({ output });
    } catch (error) {
      const { name, message, stack } = error as Error;
      send({ failed: { name, message, stack: stack ?? "" } });
    }
  });
}
