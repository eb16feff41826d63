import type { Engine } from "../jobs/engine.ts";
import type { JobContext } from "../jobs/jobs.ts";
import { rowCurveTask } from "../model/row-curve-task.ts";
import type { History } from "./history.ts";
import type { Fitted } from "./measure-levels.ts";

/** How many customers, and how far back, the kept set needs. Of an outcome that is one of several values nothing is said. */
export async function measureHistory(
  { pool }: Engine,
  { input, model }: Pick<Fitted, "input" | "model">,
  context: JobContext,
): Promise<History | null> {
  if (model.values) return null;
  const { kept, lambda, pairs } = model;
  const rows = await pool.run(rowCurveTask, { input, kept, lambda, pairs }, context);
  return { rows };
}
