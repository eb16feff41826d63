import type { Task } from "../jobs/worker-pool.ts";
import type { ModelInput, ModelResult } from "./model-result.ts";

/** `fitGoal` in a worker thread. */
export const goalTask: Task<ModelInput, ModelResult> = { name: "fit-goal" };
