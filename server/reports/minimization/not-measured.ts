import { inWords } from "../../evidence/plain-words.ts";
import { customersName } from "../label-in.ts";
import { countOf } from "../say-figures.ts";
import type { FieldLine } from "./field-lines.ts";
import type { MinimizationInput } from "./minimization-input.ts";
import type { MinimizationReport } from "./minimization-report.ts";

const never = [
  "What the source systems still hold. Risk falls there only when the fields are deleted there.",
  "Who can open the tables, and how well they are guarded.",
];

const notYet = [
  "Whether what is kept gives away what is let go.",
  "Whether three fields or more tell something only together.",
];

/** What a reader might think was looked at, and was not. */
export function notMeasured(
  input: MinimizationInput,
  report: MinimizationReport,
  lines: readonly FieldLine[],
): readonly string[] {
  return [...aboutGoals(report), ...aboutFields(input, report, lines), ...notYet, ...never];
}

function aboutGoals({ goals, risk }: MinimizationReport): readonly string[] {
  const without = goals.filter(({ outcome }) => outcome === null).map(({ name }) => `“${name}”`);
  return [
    ...(without.length
      ? [`What ${inWords(without)} needs beyond the fields named in it, until it has an outcome.`]
      : []),
    ...(goals.length > 1 ? ["What someone could learn by joining the views of two goals on the customer’s key."] : []),
    ...(risk.after
      ? []
      : [
          "Who could be singled out with this plan: no goal’s outcome is told by these fields, so there is no plan to count.",
        ]),
  ];
}

function aboutFields(
  input: MinimizationInput,
  { goals }: MinimizationReport,
  lines: readonly FieldLine[],
): readonly string[] {
  const customers = customersName(input.dataset);
  const others = lines.filter(({ field, reason }) => field.table !== customers && reason === "no-outcome");
  const tables = [...new Set(others.map(({ field }) => field.table))];
  const fresh = lines.some(({ profile }) => profile.freshness);
  const tested = goals.some(({ performance }) => performance !== null);
  const byRole = lines.some(({ reason }) => reason === "role");
  return [
    ...(others.length
      ? [
          `The worth of ${countOf(others.length, "field")} of ${inWords(tables)}: they are not yet summed up for each customer.`,
        ]
      : []),
    ...(fresh ? [] : ["How old the values are: nothing in these tables says when they were updated."]),
    ...(tested ? [] : ["Whether a coarser form of a kept field would do the job."]),
    ...(tested && byRole
      ? ["Whether a field with a role would do in a coarser form: levels are tried for fields that evidence needs."]
      : []),
  ];
}
