import { count, orNull, real } from "../../database/shape.ts";
import { literal, relation, type Sql } from "../../database/sql-text.ts";
import type { Engine } from "../../jobs/engine.ts";
import type { JobContext } from "../../jobs/jobs.ts";
import type { DepthCurve } from "../../model/history/depth-curve.ts";
import type { EventDepthInput } from "../../model/history/event-depth.ts";
import { eventDepthTask } from "../../model/history/event-depth-task.ts";
import { monthsBefore, monthsBetween, pastsWithin } from "../../model/history/in-time-order.ts";
import type { RowCurve } from "../../model/history/row-curve.ts";
import type { AnalysisInput } from "../analysis-input.ts";
import { encodeFields } from "../encoding/encode-fields.ts";
import type { RolledTable } from "../roll-ups/roll-up.ts";
import { rollUpRelation } from "../roll-ups/roll-up-relation.ts";
import { type FittedHistory, markHeld, namesInPlay, onlyRollUps, readAgain } from "./fitted-history.ts";
import type { Depth } from "./history.ts";

/**
 * How far back the events before the cut-off have to reach: the same customers and outcome, with roll-ups made of shorter
 * and shorter pasts. Null where the outcome has no cut-off, or no event is needed.
 */
export async function measureEventDepth(
  engine: Engine,
  { dataset }: AnalysisInput,
  fitted: FittedHistory,
  rows: RowCurve | null,
  context: JobContext,
): Promise<Depth | null> {
  const { as } = fitted.outcome;
  if (!("cutOff" in as)) return null;
  const names = namesInPlay(fitted);
  const tables = onlyRollUps(fitted.rollUps.tables, names);
  const events = tables.filter(({ beforeOutcome }) => beforeOutcome);
  const cutOff = Date.parse(as.cutOff);
  const all = await wholePast(engine, dataset.schema, events, cutOff, context.signal);
  const pasts: EventDepthInput["pasts"][number][] = [];
  for (const months of all === null ? [] : pastsWithin(all)) {
    const since = months === all ? null : monthsBefore(cutOff, months);
    const cut = tables.map((table) => notBefore(engine, table, since));
    const options = { ...fitted.options, relation: rollUpRelation(engine.database, dataset, cut) };
    const read = readAgain(fitted, names, cut);
    const { input } = await encodeFields(engine.database, dataset, read, fitted.outcome.expression, options);
    pasts.push({
      months,
      input: { ...input, fields: markHeld(input.fields, fitted.chosen), settings: fitted.input.settings },
    });
  }
  const { pairs, lambda } = fitted.model;
  const curve = pasts.length ? await engine.pool.run(eventDepthTask, { pasts, pairs, lambda }, context) : null;
  if (!curve) return null;
  const forRows = fitted.knownBefore
    ? await monthsForRows(engine, dataset.schema, events, { cutOff, curve, rows }, context.signal)
    : null;
  const of = { of: "events", tables: events.map(({ table }) => table) } as const;
  return { ...of, curve, forRows, keep: Math.max(curve.needed, forRows ?? 0) };
}

/** Months from the first record to the cut-off; a few records far before all others do not count. */
async function wholePast(
  { database }: Engine,
  schema: string,
  events: readonly RolledTable[],
  cutOff: number,
  signal: AbortSignal,
): Promise<number | null> {
  const oldest: number[] = [];
  for (const { table, at, within } of events) {
    if (at === null) continue;
    const names = { at, records: relation(schema, table), within };
    const found = await database.row("evidence/past-oldest", { oldest: orNull(real) }, { names, signal });
    if (found.oldest !== null) oldest.push(found.oldest);
  }
  return oldest.length ? monthsBetween(Math.min(...oldest), cutOff) : null;
}

/** Where the customers are the keys of the log, letting go of old events lets go of customers: the shortest past that leaves enough. */
async function monthsForRows(
  engine: Engine,
  schema: string,
  events: readonly RolledTable[],
  { cutOff, curve, rows }: { cutOff: number; curve: DepthCurve; rows: RowCurve | null },
  signal: AbortSignal,
): Promise<number | null> {
  if (!rows || rows.state === "unclear") return null;
  const all = curve.points.at(-1)?.months ?? 0;
  for (const { months } of curve.points) {
    const since = months === all ? null : monthsBefore(cutOff, months);
    const seen = await Promise.all(
      events.map((table) => {
        const { within } = notBefore(engine, table, since);
        const names = { key: table.key, records: relation(schema, table.table), within };
        return engine.database.row("evidence/past-customers", { customers: count }, { names, signal });
      }),
    );
    if (Math.max(...seen.map(({ customers }) => customers)) >= rows.needed.value) return months;
  }
  return all;
}

/** The table's records of a shorter past; those without a time, or of no cut-off, are not cut. */
function notBefore({ database }: Engine, table: RolledTable, since: number | null): RolledTable {
  if (since === null || table.at === null || !table.beforeOutcome) return table;
  const iso = `${new Date(since).toISOString().slice(0, 19)}Z`;
  const recent: Sql = database.fragment("evidence/past-since", { at: table.at, since: literal(iso) });
  return { ...table, within: database.fragment("evidence/all-of", { one: table.within, other: recent }) };
}
