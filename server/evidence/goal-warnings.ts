import type { ModelResult } from "../model/model-result.ts";
import type { GoalFacts } from "./field-facts.ts";
import { leastOfEach } from "./least-of-each.ts";
import { inWords, wholeNumber } from "./plain-words.ts";
import type { Tested } from "./tested.ts";
import { valueWarnings } from "./value-warnings.ts";

/** What must be known before anybody acts on what was measured of the fields. */
export function goalWarnings(goal: GoalFacts, tested: Tested | null): string[] {
  const model = tested?.model ?? null;
  const open = [...(tested?.asked ?? [])].filter(([, { answer }]) => !answer).map(([name]) => name);
  const warnings: string[] = open.length
    ? [
        `${open.length > 1 ? "Are" : "Is"} ${inWords(open)} known before the outcome? Until that is answered the fields are sorted without ${open.length > 1 ? "them" : "it"}.`,
      ]
    : [];
  if (tested?.knownBefore?.since) {
    const { since, cutOff } = tested.knownBefore;
    warnings.push(
      `Left out: customers first seen after ${cutOff.slice(0, 10)} (${wholeNumber(since)}). Nothing was known of them before.`,
    );
  }
  const least = Math.min(goal.withOutcome ?? Number.POSITIVE_INFINITY, goal.withoutOutcome ?? Number.POSITIVE_INFINITY);
  if (least < leastOfEach) {
    const customers = least === 1 ? "customer" : "customers";
    // of a number there is no rarer answer
    const who = least === goal.records ? customers : `${customers} of the rarer answer`;
    warnings.push(`Only ${least} ${who}: too few to test fields on.`);
  } else if (tested && !model) {
    warnings.push(`No ${open.length ? "other " : ""}field is left to test: whether fields tell who will is not known.`);
  }
  if (least >= leastOfEach && least < 500) {
    warnings.push(`Few customers of the rarer answer (${least}): only large differences can be shown.`);
  }
  warnings.push(...valueWarnings(tested?.values ?? null, model));
  if (model && !model.supported) {
    const which = open.length ? "Without what is asked about, the other fields" : "These fields";
    warnings.push(`${which} do not support this goal: together they do no better than guessing.`);
  }
  if (model?.supported && capturesNothing(model)) {
    warnings.push("No number is above nothing, so there is no total to find parts of. The verdicts do not rest on it.");
  }
  if (model?.supported && !model.proven) {
    const shown = model.reference.fields.map((name) => tested?.rollUps.get(name)?.label ?? name);
    const both = model.values
      ? ""
      : ` It can be shown of ${shown.length === 1 ? "one field" : `${shown.length} fields`}: ${inWords(shown)}.`;
    warnings.push(`With this many customers it cannot be shown that the kept fields do as well as all of them.${both}`);
  }
  if (tested?.updatedAfter) {
    warnings.push(
      `Of every 100 customers with the outcome, ${Math.round(100 * tested.updatedAfter)} have a record that was changed after the outcome was known. Which field changed nobody can tell.`,
    );
  }
  if (tested?.history?.byTime?.holds === false) {
    warnings.push(
      "Learned from the past, the kept fields do worse on what came later than all fields do. Take them with care.",
    );
  }
  if (model?.shadows?.needed) {
    const { needed, tested } = model.shadows;
    warnings.push(
      `${needed} of ${tested} made-up fields would have been called needed. Take a single field’s verdict with care.`,
    );
  }
  return warnings;
}

/** Of a number "captured" is of what lies above nothing. */
function capturesNothing({ performance: { measure, allFields } }: ModelResult): boolean {
  return measure === "captured" && allFields.low === 0 && allFields.high === 1;
}
