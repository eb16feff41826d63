import { count as number } from "../database/shape.ts";
import { relation } from "../database/sql-text.ts";
import { customersTable } from "../datasets/dataset.ts";
import { leastOfEach } from "../evidence/least-of-each.ts";
import { findStarter } from "../goals/catalogue.ts";
import { outcomeChoices } from "../goals/outcome-choices.ts";
import { type OutcomeTimes, outcomeTimes } from "../goals/outcome-times.ts";
import type { ResolvedOutcome } from "../goals/resolved-goal.ts";
import type { FieldProfile } from "../vocabulary.ts";
import type { LabelOf } from "./field-labels.ts";
import { eventChoices } from "./goal-triggers.ts";
import { count } from "./helpers.ts";
import type { ProfiledDataset } from "./open-dataset.ts";
import { readOutcome } from "./read-written-goal.ts";
import type { Site } from "./site.ts";
import { ofEvery100 } from "./words.ts";
import { outcomeCode, readCode, type WrittenGoal } from "./written-goal.ts";

export interface OutcomeOption {
  readonly id: string;
  readonly value: string;
  readonly title: string;
  readonly note: string;
  readonly chosen: boolean;
  readonly counted: OutcomeCount | null;
}

export interface OutcomeCount {
  readonly customers: string;
  readonly share: string;
  /** width of the bar, 0 to 100 */
  readonly percent: number;
}

export interface OutcomeForm {
  readonly choices: readonly OutcomeOption[];
  readonly event: OutcomeOption & { readonly events: readonly Choice[]; readonly within: string };
  readonly amount: OutcomeOption & {
    readonly groups: readonly { readonly label: string; readonly fields: readonly Choice[] }[];
  };
  readonly sql: OutcomeOption & { readonly condition: string };
  readonly none: OutcomeOption;
  /** which field says when it became known; null where the customers table has no dates */
  readonly times: { readonly fields: readonly Choice[]; readonly likely: string | null } | null;
  readonly hint: string | null;
}

interface Choice {
  readonly value: string;
  readonly label: string;
  readonly chosen: boolean;
}

const mostChoices = 6;

/** What could say that it worked. `customers` have the outcome that is chosen; null where that was not counted. */
export function outcomeForm(
  written: WrittenGoal,
  { dataset, profiles }: ProfiledDataset,
  labelOf: LabelOf,
  customers: number | null,
): OutcomeForm {
  const { records } = customersTable(dataset);
  const starter = findStarter(written.from);
  const found = outcomeChoices(dataset, profiles, starter).map((one) => ({ ...one, code: outcomeCode(one.outcome) }));
  const chosen = found.find(({ code }) => code === written.outcome);
  const shown = [...new Set([...found.slice(0, mostChoices), ...(chosen ? [chosen] : [])])];
  const option = (value: string, title: string, note: string, counted: OutcomeCount | null = null) => ({
    ...{ id: `outcome-${value}`, value, title, note, counted },
    chosen: written.outcome === value,
  });
  const countedFor = (value: string) =>
    written.outcome === value && customers !== null ? counts(customers, records) : null;
  const odd = !chosen && written.outcome.startsWith("{") ? [oddChoice(written.outcome, labelOf)] : [];
  const own = profiles.filter(({ table }) => table === customersTable(dataset).name);
  const numbers = own.filter(({ type }) => type === "integer" || type === "number");
  const several = own.filter(({ type, distinct }) => type === "text" && distinct >= 3 && distinct <= 20);
  const fieldChoice = ({ name, label }: FieldProfile): Choice => ({
    ...{ value: name, label },
    chosen: name === written.outcomeAmount,
  });
  return {
    choices: [
      ...odd.map(({ title, note }) => ({
        ...option(written.outcome, title, note, countedFor(written.outcome)),
        id: "outcome-odd",
      })),
      ...shown.map(({ outcome, code, customers: held, records: of }, index) => ({
        ...option(code, labelOf(outcome.field), `${outcome.field} is ${outcome.is}`, counts(held, of)),
        id: `outcome-${index + 1}`,
      })),
    ],
    event: {
      ...option(
        "event",
        "Something they do afterwards",
        "An event, counted from the day the tables stand for",
        countedFor("event"),
      ),
      events: eventChoices(dataset, profiles).map((one) => ({ ...one, chosen: one.value === written.outcomeEvent })),
      within: written.outcomeWithin,
    },
    amount: {
      ...option("amount", "More of something, or which of several", "A number, or a text of 3 to 20 values"),
      groups: [
        { label: "More of", fields: numbers.map(fieldChoice) },
        { label: "Which", fields: several.map(fieldChoice) },
      ].filter(({ fields }) => fields.length),
    },
    sql: { ...option("sql", "Something else", "Write a condition", countedFor("sql")), condition: written.outcomeSql },
    none: {
      ...option("none", "No outcome yet", "Fields are then sorted by what they do, and by hand"),
      chosen: written.outcome === "none" || written.outcome === "",
    },
    times: timesForm(written, outcomeTimes(dataset, profiles, readOutcome(written) ?? undefined)),
    hint: chosen ? hintFor(chosen.customers, chosen.records) : customers === null ? null : hintFor(customers, records),
  };
}

/** A field that looks like it is named, never chosen by itself. */
function timesForm({ outcomeAt }: WrittenGoal, { fields, likely }: OutcomeTimes): OutcomeForm["times"] {
  if (!fields.length) return null;
  return {
    fields: fields.map(({ name, label }) => ({ value: name, label, chosen: name === outcomeAt })),
    likely: likely && outcomeAt === "" ? likely.label : null,
  };
}

function oddChoice(code: string, labelOf: LabelOf): { title: string; note: string } {
  const { field, is } = readCode(code);
  return { title: labelOf(String(field)), note: `${field} is ${is}` };
}

function counts(customers: number, records: number): OutcomeCount {
  const share = records ? customers / records : 0;
  return { customers: count(customers), share: ofEvery100(share), percent: Math.round(share * 100) };
}

function hintFor(customers: number, records: number): string {
  const rarer = Math.min(customers, records - customers);
  const who = rarer === customers ? count(rarer) : `${count(rarer)} without it`;
  return rarer < leastOfEach
    ? `${who} is too few to test with: at least ${leastOfEach} are needed. You can still sort by hand.`
    : `${who} is enough to test with. Under ${leastOfEach} we would say so and sort by hand.`;
}

/** Customers with an outcome of yes and no; null for any other kind. */
export async function countOutcome(
  { workbench: { database } }: Site,
  { dataset }: ProfiledDataset,
  outcome: ResolvedOutcome | null,
): Promise<number | null> {
  if (outcome?.kind !== "yes-no") return null;
  const customers = relation(dataset.schema, customersTable(dataset).name);
  const names = { customers, condition: outcome.expression };
  return (await database.row("goals/customers-where", { customers: number }, { names })).customers;
}
