import type { Task } from "../jobs/worker-pool.ts";
import type { ModelInput } from "./model-input.ts";
import type { FieldNeed, ModelResult } from "./model-result.ts";

/** `fitGoal` in a worker thread; it tells each field's need as soon as it is measured. */
export const goalTask: Task<ModelInput, ModelResult, FieldNeed> = { name: "fit-goal" };
