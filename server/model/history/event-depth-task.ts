import type { Task } from "../../jobs/worker-pool.ts";
import type { DepthCurve } from "./depth-curve.ts";
import type { EventDepthInput } from "./event-depth.ts";

/** `eventDepth` in a worker thread. */
export const eventDepthTask: Task<EventDepthInput, DepthCurve | null> = { name: "event-depth" };
