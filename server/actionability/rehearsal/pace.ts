import { performance } from "node:perf_hooks";

/** The clock of a rehearsal, and how it waits: a test hands in its own. */
export interface Pace {
  /** milliseconds */
  now(): number;
  /** waits so long, without an end where null, or until the signal aborts */
  rest(milliseconds: number | null, signal: AbortSignal): Promise<void>;
}

export const realPace: Pace = {
  now: () => performance.now(),
  rest: (milliseconds, signal) =>
    new Promise((resolve) => {
      const end = () => {
        clearTimeout(timer);
        signal.removeEventListener("abort", end);
        resolve();
      };
      const timer = milliseconds === null ? undefined : setTimeout(end, milliseconds);
      signal.addEventListener("abort", end);
      if (signal.aborted) end();
    }),
};
