import { customersTable } from "../datasets/dataset.ts";
import type { Engine } from "../jobs/engine.ts";
import type { JobContext } from "../jobs/jobs.ts";
import { goalTask } from "../model/goal-task.ts";
import type { ModelResult } from "../model/model-result.ts";
import type { Field, Sensitivity } from "../vocabulary.ts";
import type { AnalysisInput } from "./analysis-of.ts";
import { chooseCopies } from "./choose-copies.ts";
import { type EncodedFields, encodeFields } from "./encode-fields.ts";
import type { Copy, FieldFacts } from "./field-facts.ts";
import { findCopies } from "./find-copies.ts";
import { leastOfEach } from "./least-of-each.ts";
import { rulesOut } from "./rules-out.ts";
import { whyUntestable } from "./untestable.ts";

/** What testing found. Without enough records there is no model, and the rest is still told. */
export interface Tested {
  readonly records: number;
  readonly withOutcome: number;
  readonly withoutOutcome: number;
  readonly copies: ReadonlyMap<string, Copy>;
  readonly untestable: ReadonlyMap<string, "identifier" | "too-many-values" | "pre-screened">;
  readonly model: ModelResult | null;
}

/** What keeping a field costs, beside what it is worth: between equals the less revealing one stays. */
const cost: Readonly<Record<Sensitivity, number>> = { none: 1, personal: 1.1, identifying: 1.5, special: 2 };

/** Tests the fields of the customers table that no rule has decided yet. Null where the goal has no outcome. */
export async function testFields(
  engine: Engine,
  input: AnalysisInput,
  facts: readonly FieldFacts[],
  context: JobContext,
): Promise<Tested | null> {
  const { dataset, resolved, seed } = input;
  const { outcome } = resolved;
  if (!outcome) return null;
  const ofCustomers = facts.filter((one) => one.ofCustomers && !one.isOutcome);
  const untestable = new Map<string, "identifier" | "too-many-values" | "pre-screened">();
  for (const { profile } of ofCustomers) {
    const why = whyUntestable(profile);
    if (why) untestable.set(profile.name, why);
  }
  const comparable = ofCustomers.filter(({ profile }) => !untestable.has(profile.name));
  const found = await findCopies(engine.database, dataset, fieldsOf(input, comparable), context);
  const copies = chooseCopies(found, comparable);
  const candidates = comparable.filter((one) => !rulesOut(one) && !copies.has(one.profile.name));
  const chosen = fieldsOf(input, candidates);
  const { key } = customersTable(dataset).layout;
  const { signal, progress } = context;
  const options = { seed, key, audience: resolved.audience, signal, progress };
  const encoded = await encodeFields(engine.database, dataset, chosen, outcome.expression, options);
  const model = enough(encoded, chosen) ? await runModel(engine, input, encoded, candidates, context) : null;
  for (const name of model?.preScreened ?? []) untestable.set(name, "pre-screened");
  const { records, withOutcome, unknown } = encoded.audience;
  return { records, withOutcome, withoutOutcome: records - withOutcome - unknown, copies, untestable, model };
}

function fieldsOf({ dataset }: AnalysisInput, facts: readonly FieldFacts[]): Field[] {
  const wanted = new Set(facts.map(({ profile }) => profile.name));
  return customersTable(dataset).fields.filter(({ name }) => wanted.has(name));
}

function enough({ audience }: EncodedFields, fields: readonly Field[]): boolean {
  const without = audience.records - audience.withOutcome - audience.unknown;
  return fields.length > 0 && Math.min(audience.withOutcome, without) >= leastOfEach;
}

function runModel(
  { pool }: Engine,
  { resolved, strategy, seed }: AnalysisInput,
  { input }: EncodedFields,
  candidates: readonly FieldFacts[],
  context: JobContext,
): Promise<ModelResult> {
  const { delta, q } = strategy.thresholds;
  const costs = Object.fromEntries(candidates.map(({ profile, sensitivity }) => [profile.name, cost[sensitivity]]));
  const settings = { keep: resolved.goal.keep ?? 0.98, delta, q, seed, cost: costs };
  return pool.run(goalTask, { ...input, settings }, context);
}
