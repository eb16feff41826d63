import { customersTable } from "../datasets/dataset.ts";
import type { Engine } from "../jobs/engine.ts";
import type { JobContext } from "../jobs/jobs.ts";
import type { Performance } from "../vocabulary.ts";
import type { AnalysisInput } from "./analysis-input.ts";
import { answersOf } from "./ask-fields.ts";
import { chooseFields } from "./choose-fields.ts";
import { readRecords } from "./encoding/read-records.ts";
import { factsToTest } from "./gather-evidence.ts";
import type { GoalAnalysis } from "./goal-analysis.ts";
import { modelSettings } from "./model-settings.ts";
import { fitBesideRollUps } from "./roll-ups/fit-beside-roll-ups.ts";
import { fieldName } from "./roll-ups/roll-up.ts";
import { askedName, prepareRollUps } from "./roll-ups/roll-ups.ts";
import { runModel } from "./run-model.ts";

interface Place {
  readonly table: string;
  readonly name: string;
}

/** A goal's kept set when other goals are kept in view. */
export interface BesideOthers {
  readonly kept: readonly Place[];
  readonly performance: Performance;
  readonly proven: boolean;
}

/** What a field costs that is held for another goal anyway (method §5.2). */
const shareOfCost = 0.1;

/**
 * Chooses a goal's kept set once more, with the fields that other goals hold anyway nearly for free: of near-equal fields and
 * of copies those stay. Refitted and measured as the goal's own set was. Null where there is nothing to choose.
 * @param held by `fieldName`, of every table
 */
export async function fitBesideOthers(
  engine: Engine,
  input: AnalysisInput,
  asked: GoalAnalysis["asked"],
  held: ReadonlySet<string>,
  context: JobContext,
): Promise<BesideOthers | null> {
  const { outcome } = input.resolved;
  if (!outcome) return null;
  const customers = customersTable(input.dataset).name;
  const answers = answersOf(input);
  const isLate = (name: string) => answers.get(name)?.known === "afterwards";
  const facts = (await factsToTest(engine, input, context)).map((one) => ({
    ...one,
    isWanted: held.has(fieldName({ table: one.profile.table, field: one.profile.name })),
  }));
  const ofCustomers = facts.filter((one) => one.ofCustomers && !one.isOutcome);
  const chosen = await chooseFields(engine, input, ofCustomers, isLate, context);
  const rollUps = await prepareRollUps(engine, input, facts, isLate, context.signal);
  const { encoded, values } = await readRecords(engine, input, outcome, chosen, rollUps, context);
  const placeOf = (name: string): Place => {
    const of = rollUps.byName.get(name)?.of;
    return of ? { table: of.table, name: of.field } : { table: customers, name };
  };
  const isHeld = (name: string) => {
    const { table, name: field } = placeOf(name);
    return held.has(fieldName({ table, field }));
  };
  const open = new Set(
    asked
      .filter(({ answer }) => answer === null)
      .map(({ table, field }) => (table === customers ? field : fieldName({ table, field }))),
  );
  const fields = encoded.input.fields.filter(({ name }) => !open.has(askedName(rollUps, name)));
  if (!fields.some(({ always }) => !always)) return null;
  const usual = modelSettings(input, chosen.candidates, rollUps);
  const cost = Object.fromEntries(
    fields.map(({ name }) => [name, (usual.cost[name] ?? 1) * (isHeld(name) ? shareOfCost : 1)]),
  );
  const { model } = await fitBesideRollUps(rollUps, fields, (some) =>
    runModel(engine, { ...encoded.input, fields: some, settings: { ...usual, cost } }, values?.tested ?? null, context),
  );
  if (!model.supported) return null;
  const kept = model.kept.map(placeOf);
  const first = (one: Place, place: number) =>
    kept.findIndex((e) => e.table === one.table && e.name === one.name) === place;
  return { kept: kept.filter(first), performance: model.performance, proven: model.proven };
}
