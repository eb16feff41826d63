import { customersTable, findField } from "../datasets/dataset.ts";
import type { Answer } from "../vocabulary.ts";
import type { AnalysisInput } from "./analysis-of.ts";
import type { EncodedFields } from "./encode-fields.ts";
import type { Asked } from "./field-facts.ts";
import { type FittedBeside, heldOf, needsOf } from "./fit-beside-roll-ups.ts";
import { aboveMedian, findLeakage, type LeakageTest } from "./leakage.ts";
import { fieldName } from "./roll-up.ts";
import { askedName, provenBefore, type RollUps } from "./roll-ups.ts";

/** What people answered for this goal, by field of the customers table, or "table.field" of another. */
export function answersOf({ dataset, resolved, strategy }: AnalysisInput): Map<string, Answer> {
  const customers = customersTable(dataset).name;
  const own = strategy.answers.filter(({ goal }) => goal === resolved.goal.key);
  return new Map(
    own.flatMap((answer): [string, Answer][] => {
      const found = findField(dataset, answer.field);
      return found ? [[found.table === customers ? found.field : fieldName(found), answer]] : [];
    }),
  );
}

/** Nothing has been tested: only what people answered. */
export function onlyAnswered(answers: ReadonlyMap<string, Answer>): Map<string, Asked> {
  return new Map([...answers].map(([name, answer]): [string, Asked] => [name, { test: null, answer }]));
}

/** Fields that show a sign of being known only afterwards, or that a person answered for. */
export function askFields(
  answers: ReadonlyMap<string, Answer>,
  encoded: EncodedFields,
  fitted: FittedBeside,
  rollUps: RollUps,
): Map<string, Asked> {
  const asked = onlyAnswered(answers);
  const proven = provenBefore(rollUps);
  for (const [field, test] of signs(encoded, fitted)) {
    const name = askedName(rollUps, field);
    if (!proven.has(field)) asked.set(name, { test, answer: answers.get(name) ?? null });
  }
  return asked;
}

/** Where nothing is told of the outcome, nothing can tell too much. */
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
