import type { Task } from "../../jobs/worker-pool.ts";
import type { LevelsInput, LevelsResult } from "./levels-input.ts";

/** `chooseLevels` in a worker thread. */
export const levelsTask: Task<LevelsInput, LevelsResult> = { name: "choose-levels" };
