import type { Engine } from "../../jobs/engine.ts";
import type { JobContext } from "../../jobs/jobs.ts";
import { rowCurveTask } from "../../model/history/row-curve-task.ts";
import type { AnalysisInput } from "../analysis-input.ts";
import { confirmEventsByTime } from "./confirm-events-by-time.ts";
import type { FittedHistory } from "./fitted-history.ts";
import type { History } from "./history.ts";
import { measureEventDepth } from "./measure-event-depth.ts";
import { measureRecordTimes } from "./measure-record-times.ts";

/** How many customers, and how far back, the kept set needs. Of an outcome that is one of several values nothing is said. */
export async function measureHistory(
  engine: Engine,
  input: AnalysisInput,
  fitted: FittedHistory,
  context: JobContext,
): Promise<History | null> {
  const { kept, lambda, pairs, values } = fitted.model;
  if (values) return null;
  const rows = await engine.pool.run(rowCurveTask, { input: fitted.input, kept, lambda, pairs }, context);
  const dated = await measureRecordTimes(engine, input, fitted, rows, context);
  if (dated) return { rows, ...dated };
  return {
    rows,
    depth: await measureEventDepth(engine, input, fitted, rows, context),
    dated: null,
    byTime: await confirmEventsByTime(engine, input, fitted, context),
  };
}
