import { customersTable, findField } from "../datasets/dataset.ts";
import type { HeldField } from "../model/model-result.ts";
import type { Answer } from "../vocabulary.ts";
import type { AnalysisInput } from "./analysis-input.ts";
import type { EncodedFields } from "./encoding/encode-fields.ts";
import type { Asked } from "./field-facts.ts";
import { aboveMedian, findLeakage, type LeakageTest } from "./leakage.ts";
import { type FittedBeside, heldOf, needsOf } from "./roll-ups/fit-beside-roll-ups.ts";
import { fieldName } from "./roll-ups/roll-up.ts";
import { askedName, provenBefore, type RollUps } from "./roll-ups/roll-ups.ts";

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

/**
 * Fields that show a sign of being known only afterwards, or that a person answered for.
 * @param updatedLate fields of the customers table whose own time says so: that sign stands over the others
 */
export function askFields(
  answers: ReadonlyMap<string, Answer>,
  encoded: EncodedFields,
  fitted: FittedBeside,
  rollUps: RollUps,
  updatedLate: ReadonlySet<string> = new Set(),
): Map<string, Asked> {
  const asked = onlyAnswered(answers);
  const proven = provenBefore(rollUps);
  const late = encoded.input.fields.filter(({ name }) => updatedLate.has(name));
  const byTime = late.map(({ name }): [string, LeakageTest] => [name, "updated-after-outcome"]);
  for (const [field, test] of [...signs(encoded, fitted), ...byTime]) {
    const name = askedName(rollUps, field);
    if (!proven.has(field)) asked.set(name, { test, answer: answers.get(name) ?? null });
  }
  return asked;
}

/** Where nothing is told of the outcome, nothing can tell too much. Of several values, one is enough to ask. */
function signs(encoded: EncodedFields, fitted: FittedBeside): [string, LeakageTest][] {
  const { input } = encoded;
  const { values } = fitted.weighed;
  if (!values) {
    const outcome = input.measure === "captured" ? aboveMedian(input.outcome) : input.outcome;
    return signsIn(input, outcome, [...needsOf(fitted), ...heldOf(fitted)]);
  }
  const all = values.flatMap(({ code }) => {
    const own = [fitted.model, fitted.weighed].flatMap(({ values = [] }) => values.filter((one) => one.code === code));
    const isIt = input.outcome.map((value) => (value === code ? 1 : 0));
    return signsIn(
      input,
      isIt,
      own.flatMap(({ fields, held }) => [...fields, ...held]),
    );
  });
  const first = new Map(all.toReversed());
  return input.fields.flatMap(({ name }): [string, LeakageTest][] => {
    const test = first.get(name);
    return test ? [[name, test]] : [];
  });
}

function signsIn(
  input: EncodedFields["input"],
  outcome: Float64Array,
  needs: readonly HeldField[],
): [string, LeakageTest][] {
  const answers = { outcome, weight: input.weight };
  return input.fields.flatMap((field): [string, LeakageTest][] => {
    const need = needs.find(({ name }) => name === field.name);
    const test = need ? findLeakage(field, answers, need) : null;
    return test ? [[field.name, test]] : [];
  });
}
