import type { Task } from "../jobs/worker-pool.ts";
import type { StandIn, StandInsInput } from "./stand-ins.ts";

/** `findStandIns` in a worker thread. */
export const standInsTask: Task<StandInsInput, readonly StandIn[]> = { name: "find-stand-ins" };
