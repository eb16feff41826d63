import type { Task } from "../../jobs/worker-pool.ts";
import type { Confirmation } from "../confirm-set.ts";
import type { ConfirmByTimeInput } from "./confirm-by-time.ts";

/** `confirmByTime` in a worker thread. */
export const confirmByTimeTask: Task<ConfirmByTimeInput, Confirmation> = { name: "confirm-by-time" };
