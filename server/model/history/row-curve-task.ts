import type { Task } from "../../jobs/worker-pool.ts";
import type { RowCurve, RowCurveInput } from "./row-curve.ts";

/** `rowCurve` in a worker thread. */
export const rowCurveTask: Task<RowCurveInput, RowCurve | null> = { name: "row-curve" };
