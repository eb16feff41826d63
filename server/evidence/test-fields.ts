import type { Engine } from "../jobs/engine.ts";
import type { JobContext } from "../jobs/jobs.ts";
import type { ModelResult } from "../model/model-result.ts";
import type { Level } from "../profiles/levels-of.ts";
import type { AnalysisInput } from "./analysis-of.ts";
import { answersOf, askFields, onlyAnswered } from "./ask-fields.ts";
import { chooseFields, type Untestable } from "./choose-fields.ts";
import type { EncodedFields } from "./encode-fields.ts";
import type { Asked, Copy, FieldFacts } from "./field-facts.ts";
import { type FittedBeside, fitBesideRollUps, needsOf } from "./fit-beside-roll-ups.ts";
import type { KnownBefore } from "./known-before.ts";
import { leastOfEach } from "./least-of-each.ts";
import { type LevelFindings, measureLevels } from "./measure-levels.ts";
import { modelSettings } from "./model-settings.ts";
import type { ValuesHeld } from "./outcome-values.ts";
import { readRecords } from "./read-records.ts";
import type { RollUp } from "./roll-up.ts";
import { askedName, prepareRollUps } from "./roll-ups.ts";
import { findRolledUp, type RolledUp } from "./rolled-up.ts";
import { runModel } from "./run-model.ts";

/** What testing found. Without enough records there is no model, and the rest is still told. */
export interface Tested {
  readonly records: number;
  /** null where the outcome is a number */
  readonly withOutcome: number | null;
  readonly withoutOutcome: number | null;
  readonly copies: ReadonlyMap<string, Copy>;
  readonly untestable: ReadonlyMap<string, Untestable>;
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
  /** null where the outcome is not one of several values */
  readonly values: ValuesHeld | null;
}

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
  const { outcome } = input.resolved;
  if (!outcome) return null;
  const ofCustomers = facts.filter((one) => one.ofCustomers && !one.isOutcome);
  const answers = answersOf(input);
  const late = (name: string) => answers.get(name)?.known === "afterwards";
  const chosen = await chooseFields(engine, input, ofCustomers, late, context);
  const rollUps = await prepareRollUps(engine, input, facts, late, context.signal);
  const records = await readRecords(engine, input, outcome, chosen, rollUps, context);
  const { encoded, screened, options, knownBefore, values } = records;
  const { copies, testedAt, untestable } = chosen;
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
    return { ...told(null), untestable, asked: onlyAnswered(answers), model: null, withAsked: null, levels: null };
  }

  const settings = modelSettings(input, chosen.candidates, rollUps);
  const fitAll = (fields: EncodedFields["input"]["fields"]) =>
    fitBesideRollUps(rollUps, fields, (some) =>
      runModel(engine, { ...encoded.input, fields: some, settings }, values?.tested ?? null, context),
    );
  const { fields } = encoded.input;
  const all = await fitAll(fields);
  const asked = askFields(answers, encoded, all, rollUps);
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
  return {
    ...told(decided),
    untestable: new Map([...untestable, ...preScreened(model)]),
    asked,
    model,
    withAsked: isOpen ? all.model : null,
    levels: fitted ? await measureLevels(engine, input, fitted, context) : null,
  };
}

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
