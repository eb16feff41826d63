import type { Sql } from "../../database/sql-text.ts";
import { customersTable } from "../../datasets/dataset.ts";
import type { Engine } from "../../jobs/engine.ts";
import type { JobContext } from "../../jobs/jobs.ts";
import type { AnalysisInput } from "../analysis-input.ts";
import type { ChosenFields } from "../choose-fields.ts";
import { type KnownBefore, knownBefore } from "../known-before.ts";
import { divideValues, findOutcomeValues, type ValuesHeld } from "../outcome-values.ts";
import { type RollUps, takeRollUps } from "../roll-ups/roll-ups.ts";
import type { Screened } from "../roll-ups/screen-roll-ups.ts";
import { type EncodedFields, type EncodeOptions, encodeFields } from "./encode-fields.ts";

type Outcome = NonNullable<AnalysisInput["resolved"]["outcome"]>;

/** The records that the model learns from. */
export interface ReadRecords {
  readonly encoded: EncodedFields;
  readonly screened: Screened;
  /** as the fields were encoded, without the roll-ups */
  readonly options: EncodeOptions;
  /** who was left out because nothing can have been known of them; null where everybody could be known */
  readonly knownBefore: KnownBefore | null;
  /** null where the outcome is not one of several values */
  readonly values: ValuesHeld | null;
}

/** Reads the chosen fields and the roll-ups of everybody in the audience who could be known. */
export async function readRecords(
  engine: Engine,
  { dataset, resolved, seed }: AnalysisInput,
  outcome: Outcome,
  { read, held }: ChosenFields,
  rollUps: RollUps,
  { signal, progress }: JobContext,
): Promise<ReadRecords> {
  const { database } = engine;
  const known = await knownBefore(database, dataset, outcome, signal);
  const audience = bothOf(engine, resolved.audience, known?.condition ?? null);
  const several =
    outcome.kind === "one-of-several"
      ? await findOutcomeValues(database, dataset, outcome.expression, audience, signal)
      : null;
  const options: EncodeOptions = {
    seed,
    key: customersTable(dataset).layout.key,
    audience,
    measure: several ? "several" : outcome.kind === "number" ? "captured" : "auc",
    signal,
    progress,
  };
  const withRollUps = { ...options, relation: rollUps.relation };
  const expression = several?.expression ?? outcome.expression;
  const all = await encodeFields(database, dataset, [...read, ...rollUps.read], expression, withRollUps);
  const marked = all.input.fields.map((field) => (held.has(field.name) ? { ...field, always: true } : field));
  const { fields, screened } = takeRollUps(rollUps, marked);
  const values = several ? divideValues(several.all, all.input.outcome) : null;
  return { encoded: { ...all, input: { ...all.input, fields } }, screened, options, knownBefore: known, values };
}

function bothOf({ database }: Engine, one: Sql | null, other: Sql | null): Sql | null {
  return one && other ? database.fragment("evidence/all-of", { one, other }) : (one ?? other);
}
