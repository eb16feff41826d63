import { customersTable } from "../../datasets/dataset.ts";
import type { Engine } from "../../jobs/engine.ts";
import type { JobContext } from "../../jobs/jobs.ts";
import { confirmByTimeTask } from "../../model/history/confirm-by-time-task.ts";
import { monthsBetween } from "../../model/history/in-time-order.ts";
import { recordDepthTask } from "../../model/history/record-depth-task.ts";
import type { RowCurve } from "../../model/history/row-curve.ts";
import { leaveOut } from "../../model/lock-quarter.ts";
import type { AnalysisInput } from "../analysis-input.ts";
import { leastOfEach } from "../least-of-each.ts";
import { byTime, rarerAt } from "./by-time.ts";
import type { FittedHistory } from "./fitted-history.ts";
import type { ByTime, Depth, History } from "./history.ts";
import { leastDated } from "./least-dated.ts";
import { outcomeMoments } from "./outcome-moments.ts";

const newest = 0.25;

/** What the dates of the customers' outcomes tell. Null where there are none, or too few. */
export async function measureRecordTimes(
  engine: Engine,
  input: AnalysisInput,
  fitted: FittedHistory,
  rows: RowCurve | null,
  context: JobContext,
): Promise<Pick<History, "depth" | "byTime" | "dated"> | null> {
  const times = await outcomeMoments(engine, input, fitted);
  if (!times) return null;
  const dated = datedShare(fitted.input.outcome, times);
  if (dated < leastDated) return { depth: null, byTime: null, dated };
  const { kept, lambda, pairs } = fitted.model;
  const curve = await engine.pool.run(recordDepthTask, { input: fitted.input, times, kept, lambda, pairs }, context);
  const forRows = rows && rows.state !== "unclear" ? monthsForRows(times, fitted, rows) : null;
  const depth: Depth | null = curve && {
    of: "customers",
    tables: [customersTable(input.dataset).name],
    curve,
    forRows,
    keep: Math.max(curve.needed, forRows ?? 0),
  };
  return { depth, byTime: await confirmNewest(engine, fitted, times, context), dated };
}

/** Of the answer with the smaller share. */
function datedShare(outcome: Float64Array, times: Float64Array): number {
  const shares = [true, false].map((positive) => {
    const own = times.filter((_, i) => outcome[i]! > 0 === positive);
    return own.length ? own.filter((time) => !Number.isNaN(time)).length / own.length : 1;
  });
  return Math.min(...shares);
}

/** At the pace at which customers came over the last year, or since the first. */
function monthsForRows(times: Float64Array, { input }: FittedHistory, { needed, points }: RowCurve): number {
  const known = times.filter((time) => !Number.isNaN(time)).sort();
  const [first, last] = [known[0]!, known.at(-1)!];
  const year = known.filter((time) => monthsBetween(time, last) <= 12);
  // records of a sample stand for more customers than there are of them
  const each = (points.at(-1)?.records ?? 0) / (input.records * (1 - 1 / input.folds));
  const perMonth = (year.length * each) / Math.max(1, Math.min(12, monthsBetween(first, last)));
  return Math.ceil(needed.value / perMonth);
}

/** Learned from the older three quarters, tested on the newest. */
async function confirmNewest(
  { pool }: Engine,
  { input, model }: FittedHistory,
  times: Float64Array,
  context: JobContext,
): Promise<ByTime | null> {
  const known = times.filter((time) => !Number.isNaN(time)).sort();
  const cut = known[Math.floor((1 - newest) * known.length)]!;
  const dated = leaveOut(
    input,
    Uint8Array.from(times, (time) => (Number.isNaN(time) ? 1 : 0)),
  );
  const later = Uint8Array.from(
    times.filter((time) => !Number.isNaN(time)),
    (time) => (time >= cut ? 1 : 0),
  );
  if ([0, 1].some((time) => rarerAt(dated, later, time) < leastOfEach)) return null;
  const { kept, lambda, reference, pairs } = model;
  const found = await pool.run(
    confirmByTimeTask,
    { input: dated, later, kept: { fields: kept, lambda }, reference, pairs },
    context,
  );
  return byTime(new Date(cut).toISOString(), found, model.gain.value, input.settings.keep);
}
