import { peopleOf } from "../../evidence/people-of.ts";
import { inWords } from "../../evidence/plain-words.ts";
import { capital, countOf, of100 } from "../say-figures.ts";
import type { FieldLine } from "./field-lines.ts";
import type { MinimizationInput } from "./minimization-input.ts";
import type { MinimizationReport, MinimizedGoal } from "./minimization-report.ts";

/** The finding; `figure` is the part that is set apart. */
export interface Headline {
  readonly before: string;
  readonly figure: string;
  readonly after: string;
}

export function headline(lines: readonly FieldLine[]): Headline {
  const count = (action: string) => lines.filter(({ field }) => field.action === action).length;
  const all = countOf(lines.length, "field");
  const [drop, blur, open] = [count("drop"), count("coarsen"), count("decide")];
  const whole = lines.length === 1 ? "the only field there is" : `all ${all}`;
  const part = (n: number) => (n === lines.length ? whole : `${n} of ${lines.length} fields`);
  if (drop) return { before: "We can let go of ", figure: part(drop), after: blur ? ` and blur ${more(blur)}` : "" };
  if (blur) return { before: "We can blur ", figure: part(blur), after: "" };
  if (open)
    return {
      before: "Nothing can go yet: ",
      figure: part(open),
      after: open === 1 ? " waits for a decision" : " wait for a decision",
    };
  return { before: "Every field has a use: we keep ", figure: part(lines.length), after: "" };
}

function more(count: number): string {
  return `${countOf(count, "more", "more").split(" ")[0]} more`;
}

/** What the plan changes, in at most three short sentences. */
export function lead(input: MinimizationInput, report: MinimizationReport, lines: readonly FieldLine[]): string {
  const open = lines.filter(({ field }) => field.action === "decide").length;
  return [singledOut(report), found(input, report), unsupported(report), open ? waiting(open) : ""]
    .filter(Boolean)
    .join(" ");
}

function singledOut({ risk }: MinimizationReport): string {
  const before = of100(risk.before.singledOutShare);
  if (!risk.identifyingFields.length) return "No field here lets someone be singled out by a combination of facts.";
  if (!risk.after) return `Today ${before} of every 100 customers can be singled out.`;
  const after = of100(risk.after.singledOutShare);
  if (after === before && before === "0") return "No customer can be singled out by these fields together.";
  if (after === before) return `Customers who can be singled out stay at ${before} of every 100.`;
  if (Math.round(100 * risk.before.singledOutShare) === Math.round(100 * risk.after.singledOutShare))
    return `${capital(after)} of every 100 customers can still be singled out, today ${before}.`;
  const verb = risk.after.singledOut < risk.before.singledOut ? "fall" : "rise";
  return `Customers who can be singled out ${verb} from ${before} to ${after} of every 100.`;
}

function found(input: MinimizationInput, report: MinimizationReport): string {
  const place = report.goals.findIndex(({ performance }) => performance !== null);
  const performance = report.goals[place]?.performance;
  if (!performance) return "";
  const kept = of100(performance.foundInTop20.keptFields.value);
  const all = of100(performance.foundInTop20.allFields.value);
  const outcome = input.goals[place]?.outcome ?? null;
  const people = peopleOf(outcome);
  const among = outcome?.kind === "one-of-several" ? " among the first 20 of 100 for their own value" : "";
  const what =
    performance.measure === "auc"
      ? `we still find ${kept} of every 100 ${people}${among}`
      : `the first 20 of 100 still hold ${kept} of every 100`;
  const change = kept === all ? "as many as with every field" : `${all} with every field`;
  const goal = report.goals[place]?.name ?? "";
  return report.goals.filter((one) => one.performance !== null).length > 1
    ? `For “${goal}” ${what}, ${change}.`
    : capital(`${what}, ${change}.`);
}

function unsupported({ goals }: MinimizationReport): string {
  const names = goals.filter(({ supported }) => supported === false).map(({ name }: MinimizedGoal) => `“${name}”`);
  return names.length
    ? `These fields do not support ${inWords(names)}: they tell no more about its outcome than chance.`
    : "";
}

function waiting(open: number): string {
  return capital(`${countOf(open, "field")} ${open === 1 ? "waits" : "wait"} for a decision.`);
}
