import { identifier, type Sql } from "../../database/sql-text.ts";
import { customersTable } from "../../datasets/dataset.ts";
import { resolveOutcome } from "../../goals/resolve-outcome.ts";
import type { Engine } from "../../jobs/engine.ts";
import type { JobContext } from "../../jobs/jobs.ts";
import { confirmByTimeTask } from "../../model/history/confirm-by-time-task.ts";
import type { AnalysisInput } from "../analysis-input.ts";
import { type EncodedFields, encodeFields } from "../encoding/encode-fields.ts";
import { knownBefore } from "../known-before.ts";
import { leastOfEach } from "../least-of-each.ts";
import { rollUpRelation } from "../roll-ups/roll-up-relation.ts";
import { prepareRollUps } from "../roll-ups/roll-ups.ts";
import { byTime, rarerAt } from "./by-time.ts";
import { type FittedHistory, markHeld, namesInPlay, onlyRollUps, readAgain } from "./fitted-history.ts";
import type { ByTime } from "./history.ts";

/**
 * Learns as of an earlier cut-off, one window before, and tests as of the cut-off: roll-ups and outcome as of each. Null
 * where the outcome has no cut-off, or the earlier time knows too little of it.
 */
export async function confirmEventsByTime(
  engine: Engine,
  input: AnalysisInput,
  fitted: FittedHistory,
  context: JobContext,
): Promise<ByTime | null> {
  const { as } = fitted.outcome;
  if (!("cutOff" in as) || fitted.outcome.kind !== "yes-no") return null;
  const both = await encodeBoth(engine, input, fitted, as, context);
  if (!both) return null;
  const { encoded, later } = both;
  if ([0, 1].some((time) => rarerAt(encoded.input, later, time) < leastOfEach)) return null;
  const { kept, lambda, reference, pairs } = fitted.model;
  const fields = markHeld(encoded.input.fields, fitted.chosen);
  const found = await engine.pool.run(
    confirmByTimeTask,
    {
      input: { ...encoded.input, fields, settings: fitted.input.settings },
      later,
      kept: { fields: kept, lambda },
      reference,
      pairs,
    },
    context,
  );
  return byTime(as.cutOff, found, fitted.model.gain.value, fitted.input.settings.keep);
}

type EventOutcome = Extract<FittedHistory["outcome"]["as"], { readonly cutOff: string }>;

/** Every customer known at either time, with the same fields. */
async function encodeBoth(
  engine: Engine,
  input: AnalysisInput,
  fitted: FittedHistory,
  { table, event, within, cutOff }: EventOutcome,
  { signal, progress }: JobContext,
): Promise<{ encoded: EncodedFields; later: Uint8Array } | null> {
  const { database } = engine;
  const { dataset, resolved } = input;
  const before = await resolveOutcome(database, dataset, { table, event, within }, { asOf: cutOff });
  const earlier = { ...input, asOf: cutOff, resolved: { ...resolved, outcome: before.outcome } };
  const known = await knownBefore(database, dataset, before.outcome, signal);
  const names = namesInPlay(fitted);
  const rolledThen = await prepareRollUps(engine, earlier, fitted.allFacts, fitted.isLate, signal);
  const [now, then] = [fitted.rollUps.tables, rolledThen.tables].map((tables) => onlyRollUps(tables, names));
  if (!now || !then || rollUpsIn(now) !== rollUpsIn(then)) return null;
  const everyone = database.fragment("evidence/everyone");
  const both = (one: Sql | null, other: Sql | null) =>
    one && other ? database.fragment("evidence/all-of", { one, other }) : (one ?? other ?? everyone);
  const taken = [...customersTable(dataset).fields.map(({ name }) => name), ...names];
  const [outcome, time] = ["the outcome", "which time"].map((name) => notTaken(name, taken));
  if (!outcome || !time) return null;
  const relation = database.fragment("evidence/past-two-times", {
    outcome,
    time,
    earlier: rollUpRelation(database, dataset, then),
    earlier_audience: both(resolved.audience, known?.condition ?? null),
    earlier_outcome: before.outcome.expression,
    later: rollUpRelation(database, dataset, now),
    later_audience: fitted.options.audience ?? everyone,
    later_outcome: fitted.outcome.expression,
  });
  const read = [...readAgain(fitted, names, now), { name: time, type: "text", expression: identifier(time) } as const];
  const options = { ...fitted.options, audience: null, relation, progress };
  const all = await encodeFields(database, dataset, read, identifier(outcome), options);
  const codes = all.input.fields.at(-1)?.codes ?? new Uint8Array();
  const isLater = all.bins.at(-1)?.bins.map((bin) => bin.kind === "value" && bin.value === "later") ?? [];
  const encoded = { ...all, input: { ...all.input, fields: all.input.fields.slice(0, -1) } };
  return { encoded, later: Uint8Array.from(codes, (code) => (isLater[code] ? 1 : 0)) };
}

function rollUpsIn(tables: FittedHistory["rollUps"]["tables"]): string {
  return tables
    .flatMap(({ rollUps }) => rollUps.map(({ name }) => name))
    .sort()
    .join("\n");
}

function notTaken(name: string, taken: readonly string[]): string {
  return taken.includes(name) ? notTaken(`${name}, again`, taken) : name;
}
