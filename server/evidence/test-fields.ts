import type { Sql } from "../database/sql-text.ts";
import { customersTable, findField } from "../datasets/dataset.ts";
import { UserError } from "../errors.ts";
import type { Engine } from "../jobs/engine.ts";
import type { JobContext } from "../jobs/jobs.ts";
import { goalTask } from "../model/goal-task.ts";
import type { ModelInput, ModelResult } from "../model/model-result.ts";
import type { Level } from "../profiles/levels-of.ts";
import type { Answer, Field, Sensitivity } from "../vocabulary.ts";
import type { AnalysisInput } from "./analysis-of.ts";
import { chooseCopies } from "./choose-copies.ts";
import { conditionsModel } from "./conditions-model.ts";
import { type EncodedFields, encodeFields } from "./encode-fields.ts";
import type { Asked, Copy, FieldFacts } from "./field-facts.ts";
import type { ReadField } from "./field-reader.ts";
import { findCopies } from "./find-copies.ts";
import { type FittedBeside, fitBesideRollUps, heldOf, needsOf } from "./fit-beside-roll-ups.ts";
import { type KnownBefore, knownBefore } from "./known-before.ts";
import { aboveMedian, findLeakage, type LeakageTest } from "./leakage.ts";
import { leastOfEach } from "./least-of-each.ts";
import { type LevelFindings, measureLevels } from "./measure-levels.ts";
import { fieldName, type RollUp } from "./roll-up.ts";
import { askedName, prepareRollUps, provenBefore, type RollUps, takeRollUps } from "./roll-ups.ts";
import { findRolledUp, type RolledUp } from "./rolled-up.ts";
import { rulesOut } from "./rules-out.ts";
import { testableLevel } from "./testable-level.ts";
import { whyUntestable } from "./untestable.ts";

/** What testing found. Without enough records there is no model, and the rest is still told. */
export interface Tested {
  readonly records: number;
  /** null where the outcome is a number */
  readonly withOutcome: number | null;
  readonly withoutOutcome: number | null;
  readonly copies: ReadonlyMap<string, Copy>;
  readonly untestable: ReadonlyMap<string, "identifier" | "too-many-values" | "pre-screened">;
  /** fields that show a sign of being known only afterwards, or that a person answered for */
  readonly asked: ReadonlyMap<string, Asked>;
  /** without the fields whose question is open, or answered "afterwards" */
  readonly model: ModelResult | null;
  /** with the fields whose question is open; null where none is */
  readonly withAsked: ModelResult | null;
  /** how much coarser the needed fields may be; null where none may */
  readonly levels: LevelFindings | null;
  /** fields with too many values, and the level that was tested in their place */
  readonly testedAt: ReadonlyMap<string, Level>;
  /** what the records of other tables add up to, by the name the model knows it by */
  readonly rollUps: ReadonlyMap<string, RollUp>;
  /** what that says of the fields of other tables, by "table.field" */
  readonly rolledUp: ReadonlyMap<string, RolledUp>;
  /** who was left out because nothing can have been known of them; null where everybody could be known */
  readonly knownBefore: KnownBefore | null;
}

/** What keeping a field costs, beside what it is worth: between equals the less revealing one stays. */
const cost: Readonly<Record<Sensitivity, number>> = { none: 1, personal: 1.1, identifying: 1.5, special: 2 };

/**
 * Tests the fields of the customers table that no rule has decided yet, and what the records of other tables add up to.
 * Null where the goal has no outcome.
 */
export async function testFields(
  engine: Engine,
  input: AnalysisInput,
  facts: readonly FieldFacts[],
  context: JobContext,
): Promise<Tested | null> {
  const { dataset, resolved, seed } = input;
  const { outcome } = resolved;
  if (!outcome) return null;
  if (outcome.kind === "one-of-several") refuseSeveral(outcome.label);
  const ofCustomers = facts.filter((one) => one.ofCustomers && !one.isOutcome);
  const untestable = new Map<string, "identifier" | "too-many-values" | "pre-screened">();
  for (const { profile } of ofCustomers) {
    const why = whyUntestable(profile);
    if (why) untestable.set(profile.name, why);
  }
  const comparable = ofCustomers.filter(({ profile }) => !untestable.has(profile.name));
  const testedAt = await findTestable(engine, input, ofCustomers, untestable, context);
  const found = await findCopies(engine.database, dataset, fieldsOf(input, comparable), context);
  const copies = chooseCopies(found, comparable);
  const answers = answersOf(input);
  const late = (name: string) => answers.get(name)?.known === "afterwards";
  const usable = ofCustomers.filter(
    ({ profile: { name } }) => !untestable.has(name) && !copies.has(name) && !late(name),
  );
  const candidates = usable.filter((one) => !rulesOut(one));
  const held = new Set(usable.filter(conditionsModel).map(({ profile }) => profile.name));
  const chosen = fieldsOf(
    input,
    usable.filter((one) => candidates.includes(one) || held.has(one.profile.name)),
  ).map((field) => readAt(engine, field, testedAt.get(field.name)));
  const { key } = customersTable(dataset).layout;
  const { signal, progress } = context;
  const rollUps = await prepareRollUps(engine, input, facts, late, signal);
  const known = await knownBefore(engine.database, dataset, outcome, signal);
  const audience = bothOf(engine, resolved.audience, known?.condition ?? null);
  const measure: ModelInput["measure"] = outcome.kind === "number" ? "captured" : "auc";
  const options = { seed, key, audience, measure, signal, progress };
  const read = [...chosen, ...rollUps.read];
  const withRollUps = { ...options, relation: rollUps.relation };
  const { encoded, screened } = takeEncoded(
    markHeld(await encodeFields(engine.database, dataset, read, outcome.expression, withRollUps), held),
    rollUps,
  );
  const rolledUpBy = (fitted: FittedBeside | null) => ({
    rollUps: rollUps.byName,
    rolledUp: findRolledUp(rollUps.tables, screened, fitted ? needsOf(fitted) : [], input.strategy.thresholds.delta),
  });
  const counts = { ...countsOf(encoded), copies, testedAt, knownBefore: known };
  const asked = new Map([...answers].map(([name, answer]): [string, Asked] => [name, { test: null, answer }]));
  if (!enough(encoded)) {
    return { ...counts, ...rolledUpBy(null), untestable, asked, model: null, withAsked: null, levels: null };
  }

  const costs = costsOf(candidates, rollUps);
  const fitAll = (fields: EncodedFields["input"]["fields"]) =>
    fitBesideRollUps(rollUps, fields, (some) =>
      runModel(engine, input, { ...encoded.input, fields: some }, costs, context),
    );
  const all = await fitAll(encoded.input.fields);
  const proven = provenBefore(rollUps);
  for (const [field, test] of signs(encoded, all)) {
    const name = askedName(rollUps, field);
    if (!proven.has(field)) asked.set(name, { test, answer: answers.get(name) ?? null });
  }
  const open = (field: string) => asked.get(askedName(rollUps, field))?.answer === null;
  const without = encoded.input.fields.filter(({ name }) => !open(name));
  const isOpen = without.length < encoded.input.fields.length;
  const decided = isOpen ? (without.some(({ always }) => !always) ? await fitAll(without) : null) : all;
  const model = decided?.model ?? null;
  for (const name of model?.preScreened ?? []) untestable.set(name, "pre-screened");
  const settings = settingsOf(input, costs);
  const fitted = decided?.model.supported && {
    input: { ...encoded.input, fields: decided.fields, settings },
    model: decided.model,
    outcome,
    options,
    facts: ofCustomers,
    testedAt,
  };
  const levels = fitted ? await measureLevels(engine, input, fitted, context) : null;
  const withAsked = isOpen ? all.model : null;
  return { ...counts, ...rolledUpBy(decided), untestable, asked, model, withAsked, levels };
}

function takeEncoded(encoded: EncodedFields, rollUps: RollUps) {
  const { fields, screened } = takeRollUps(rollUps, encoded.input.fields);
  return { encoded: { ...encoded, input: { ...encoded.input, fields } }, screened };
}

function bothOf({ database }: Engine, one: Sql | null, other: Sql | null): Sql | null {
  return one && other ? database.fragment("evidence/all-of", { one, other }) : (one ?? other);
}

/** Texts with too many values that a level can speak for are untestable no more. */
async function findTestable(
  { database }: Engine,
  { dataset }: AnalysisInput,
  facts: readonly FieldFacts[],
  untestable: Map<string, unknown>,
  { signal }: JobContext,
): Promise<Map<string, Level>> {
  const testedAt = new Map<string, Level>();
  for (const { profile } of facts) {
    if (!untestable.has(profile.name)) continue;
    const level = await testableLevel(database, dataset, profile, signal);
    if (!level) continue;
    testedAt.set(profile.name, level);
    untestable.delete(profile.name);
  }
  return testedAt;
}

function readAt({ database }: Engine, field: Field, level: Level | undefined): ReadField {
  if (!level) return field;
  const expression = level.expression(database, field.name);
  return { name: field.name, type: level.ordered ? "number" : "text", expression };
}

/** What people answered for this goal, by field of the customers table, or "table.field" of another. */
function answersOf({ dataset, resolved, strategy }: AnalysisInput): Map<string, Answer> {
  const customers = customersTable(dataset).name;
  const own = strategy.answers.filter(({ goal }) => goal === resolved.goal.key);
  return new Map(
    own.flatMap((answer): [string, Answer][] => {
      const found = findField(dataset, answer.field);
      return found ? [[found.table === customers ? found.field : fieldName(found), answer]] : [];
    }),
  );
}

/** Fields that may be known only afterwards. Where nothing is told of the outcome, nothing can tell too much. */
function signs({ input }: EncodedFields, fitted: FittedBeside): [string, LeakageTest][] {
  const needs = [...needsOf(fitted), ...heldOf(fitted)];
  const answers = {
    outcome: input.measure === "captured" ? aboveMedian(input.outcome) : input.outcome,
    weight: input.weight,
  };
  return input.fields.flatMap((field): [string, LeakageTest][] => {
    const need = needs.find(({ name }) => name === field.name);
    const test = need ? findLeakage(field, answers, need) : null;
    return test ? [[field.name, test]] : [];
  });
}

function fieldsOf({ dataset }: AnalysisInput, facts: readonly FieldFacts[]): Field[] {
  const wanted = new Set(facts.map(({ profile }) => profile.name));
  return customersTable(dataset).fields.filter(({ name }) => wanted.has(name));
}

function markHeld(encoded: EncodedFields, held: ReadonlySet<string>): EncodedFields {
  const fields = encoded.input.fields.map((field) => (held.has(field.name) ? { ...field, always: true } : field));
  return { ...encoded, input: { ...encoded.input, fields } };
}

/** Of a number there is no rarer answer: too few records of it stand for too few of either. */
function countsOf({
  audience: { records, withOutcome },
  input,
}: EncodedFields): Pick<Tested, "records" | "withOutcome" | "withoutOutcome"> {
  if (input.measure === "auc") return { records, withOutcome, withoutOutcome: records - withOutcome };
  const known = records < leastOfEach ? records : null;
  return { records, withOutcome: known, withoutOutcome: known };
}

function enough({ audience: { records, withOutcome }, input }: EncodedFields): boolean {
  const rarer = input.measure === "auc" ? Math.min(withOutcome, records - withOutcome) : records;
  return input.fields.some(({ always }) => !always) && rarer >= leastOfEach;
}

function refuseSeveral(label: string): never {
  throw new UserError(
    `An outcome that is one of several values (${label}) cannot be tested at once. Name one of them, as in --outcome FIELD=VALUE, or make a goal of each.`,
  );
}

function runModel(
  { pool }: Engine,
  input: AnalysisInput,
  encoded: EncodedFields["input"],
  costs: Costs,
  context: JobContext,
): Promise<ModelResult> {
  return pool.run(goalTask, { ...encoded, settings: settingsOf(input, costs) }, context);
}

type Costs = ModelInput["settings"]["cost"];

function costsOf(candidates: readonly FieldFacts[], { sensitivity: ofRollUps }: RollUps): Costs {
  return Object.fromEntries([
    ...candidates.map(({ profile, sensitivity }) => [profile.name, cost[sensitivity]]),
    ...[...ofRollUps].map(([name, sensitivity]) => [name, cost[sensitivity]]),
  ]);
}

function settingsOf({ resolved, strategy, seed }: AnalysisInput, costs: Costs): ModelInput["settings"] {
  const { delta, q } = strategy.thresholds;
  return { keep: resolved.goal.keep ?? 0.98, delta, q, seed, cost: costs };
}
