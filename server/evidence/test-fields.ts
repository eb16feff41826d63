import type { Engine } from "../jobs/engine.ts";
import type { JobContext } from "../jobs/jobs.ts";
import type { ModelResult } from "../model/model-result.ts";
import type { AnalysisInput } from "./analysis-input.ts";
import { answersOf, askFields, onlyAnswered } from "./ask-fields.ts";
import { chooseFields, type Untestable } from "./choose-fields.ts";
import type { EncodedFields } from "./encoding/encode-fields.ts";
import { readRecords } from "./encoding/read-records.ts";
import type { FieldFacts } from "./field-facts.ts";
import { measureHistory } from "./history/measure-history.ts";
import { updatedAfter } from "./history/updated-after.ts";
import { leastOfEach } from "./least-of-each.ts";
import { measureLevels } from "./levels/measure-levels.ts";
import { measureSubstitutes } from "./measure-substitutes.ts";
import { modelSettings } from "./model-settings.ts";
import type { ValuesHeld } from "./outcome-values.ts";
import { type FittedBeside, fitBesideRollUps, needsOf } from "./roll-ups/fit-beside-roll-ups.ts";
import { askedName, prepareRollUps } from "./roll-ups/roll-ups.ts";
import { findRolledUp } from "./roll-ups/rolled-up.ts";
import { runModel } from "./run-model.ts";
import { measureSegments } from "./segments/measure-segments.ts";
import type { SoFar } from "./so-far.ts";
import type { Tested } from "./tested.ts";
import { measureGoalUplift } from "./uplift/measure-goal-uplift.ts";

/**
 * Tests the fields of the customers table that no rule has decided yet, and what the records of other tables add up to.
 * Null where the goal has no outcome. What is found on the way is told to `soFar`.
 */
export async function testFields(
  engine: Engine,
  input: AnalysisInput,
  facts: readonly FieldFacts[],
  context: JobContext,
  soFar: SoFar,
): Promise<Tested | null> {
  const { outcome } = input.resolved;
  if (!outcome) return null;
  const ofCustomers = facts.filter((one) => one.ofCustomers && !one.isOutcome);
  const answers = answersOf(input);
  const isLate = (name: string) => answers.get(name)?.known === "afterwards";
  soFar.add({ asked: onlyAnswered(answers) });
  const chosen = await chooseFields(engine, input, ofCustomers, isLate, context);
  const rollUps = await prepareRollUps(engine, input, facts, isLate, context.signal);
  const records = await readRecords(engine, input, outcome, chosen, rollUps, context);
  const { encoded, screened, options, knownBefore, values } = records;
  const { copies, testedAt, untestable } = chosen;
  soFar.add({ copies, testedAt, untestable, ...countsOf(encoded, values) });
  const told = (fitted: FittedBeside | null) => ({
    ...countsOf(encoded, values),
    copies,
    testedAt,
    knownBefore,
    values,
    rollUps: rollUps.byName,
    rolledUp: findRolledUp(rollUps.tables, screened, fitted ? needsOf(fitted) : [], input.strategy.thresholds.delta),
  });
  if (!enough(encoded, values)) {
    return { ...told(null), untestable, asked: onlyAnswered(answers), ...nothing };
  }

  const settings = modelSettings(input, chosen.candidates, rollUps);
  const fitAll = (fields: EncodedFields["input"]["fields"]) =>
    fitBesideRollUps(rollUps, fields, (some) =>
      runModel(engine, { ...encoded.input, fields: some, settings }, values?.tested ?? null, {
        ...context,
        part: soFar.measured,
      }),
    );
  const { fields } = encoded.input;
  const all = await fitAll(fields);
  const late = await updatedAfter(engine, input, ofCustomers, options);
  const asked = askFields(answers, encoded, all, rollUps, late.fields);
  soFar.add({ asked, rolledUp: told(all).rolledUp });
  const settled = fields.filter(({ name }) => asked.get(askedName(rollUps, name))?.answer !== null);
  const isOpen = settled.length < fields.length;
  const decided = isOpen ? (settled.some(({ always }) => !always) ? await fitAll(settled) : null) : all;
  const model = decided?.model ?? null;
  const fitted = decided?.model.supported && {
    input: { ...encoded.input, fields: decided.fields, settings },
    model: decided.model,
    outcome,
    options,
    facts: ofCustomers,
    testedAt,
  };
  const again = { rollUps, chosen, knownBefore, allFacts: facts, isLate };
  return {
    ...told(decided),
    updatedAfter: late.records,
    untestable: new Map([...untestable, ...preScreened(model)]),
    asked,
    model,
    withAsked: isOpen ? all.model : null,
    levels: fitted ? await measureLevels(engine, input, fitted, context) : null,
    substitutes: fitted && !values ? await measureSubstitutes(engine, input, fitted, rollUps, context) : [],
    uplift: await measureGoalUplift(
      engine,
      input,
      {
        chosen,
        rollUps,
        records,
        open: fields.filter((one) => !settled.includes(one)).map(({ name }) => name),
        settings,
        model,
      },
      context,
    ),
    history: fitted && !values ? await measureHistory(engine, input, { ...fitted, ...again }, context) : null,
    segments: fitted && !values ? await measureSegments(engine, input, { ...fitted, ...again }, asked, context) : null,
  };
}

/** Without enough records there is no model. */
const nothing = {
  updatedAfter: null,
  model: null,
  withAsked: null,
  levels: null,
  substitutes: [],
  history: null,
  segments: null,
  uplift: null,
};

function preScreened(model: ModelResult | null): [string, Untestable][] {
  return (model?.preScreened ?? []).map((name) => [name, "pre-screened"]);
}

/**
 * Of a number there is no rarer answer: too few records of it stand for too few of either. Of several values the one with
 * most records with and without it stands for them, where that is too few.
 */
function countsOf(
  { audience: { records, withOutcome }, input }: EncodedFields,
  values: ValuesHeld | null,
): Pick<Tested, "records" | "withOutcome" | "withoutOutcome"> {
  if (values) {
    const few = values.tested.length ? null : values.fewest;
    return { records, withOutcome: few, withoutOutcome: few };
  }
  if (input.measure === "auc") return { records, withOutcome, withoutOutcome: records - withOutcome };
  const known = records < leastOfEach ? records : null;
  return { records, withOutcome: known, withoutOutcome: known };
}

function enough({ audience: { records, withOutcome }, input }: EncodedFields, values: ValuesHeld | null): boolean {
  const rarer = values
    ? values.fewest
    : input.measure === "auc"
      ? Math.min(withOutcome, records - withOutcome)
      : records;
  return input.fields.some(({ always }) => !always) && rarer >= leastOfEach;
}
