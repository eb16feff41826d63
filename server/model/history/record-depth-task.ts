import type { Task } from "../../jobs/worker-pool.ts";
import type { DepthCurve } from "./depth-curve.ts";
import type { RecordDepthInput } from "./record-depth.ts";

/** `recordDepth` in a worker thread. */
export const recordDepthTask: Task<RecordDepthInput, DepthCurve | null> = { name: "record-depth" };
