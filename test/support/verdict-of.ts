import { rules } from "../../server/evidence/rules.ts";
import type { ModelResult } from "../../server/model/model-result.ts";
import type { Verdict } from "../../server/vocabulary.ts";
import { aGoal, someFacts } from "./builders.ts";

/** What the rules make of one field of a model, and why where it is unused. */
export function verdictOf(
  result: ModelResult,
  name: string,
): { readonly verdict: Verdict; readonly why: string | null } {
  const need = result.fields.find((field) => field.name === name) ?? null;
  const untestable = result.preScreened.includes(name) ? "pre-screened" : null;
  const goal = aGoal({ supported: result.supported, gain: result.gain, withOutcome: 1000, withoutOutcome: 1000 });
  const facts = someFacts({ goal, need, untestable });
  const [first] = rules.flatMap((rule) => rule.weigh(facts) ?? []);
  const why = first?.facts["why"];
  return { verdict: first?.favours ?? "undecided", why: typeof why === "string" ? why : null };
}
