import { join } from "node:path";
import { slowCsvFile } from "./slow-csv.ts";

export type WrittenRow = Readonly<Record<string, string>>;

export interface WrittenTables {
  /** exact copies of rows left out */
  readonly customers: readonly WrittenRow[];
  /** of one customer, one kind and one moment the delivery that arrived first */
  readonly events: readonly WrittenRow[];
  readonly consents: readonly WrittenRow[];
}

/** What the written files of a sample say, read without any code of the generator. An empty cell is "". */
export function readWrittenTables(folder: string): WrittenTables {
  const rows = (name: string) => {
    const [header = [], ...records] = slowCsvFile(join(folder, `${name}.csv`));
    return records.map((cells) => Object.fromEntries(header.map((column, index) => [column, cells[index] ?? ""])));
  };
  return {
    customers: withoutCopies(rows("customers")),
    events: firstDeliveries(rows("events")),
    consents: withoutCopies(rows("consents")),
  };
}

export function withoutCopies(rows: readonly WrittenRow[]): WrittenRow[] {
  return [...new Map(rows.map((row) => [JSON.stringify(row), row])).values()];
}

function firstDeliveries(rows: readonly WrittenRow[]): WrittenRow[] {
  const first = new Map<string, WrittenRow>();
  for (const row of rows) {
    const key = `${row["customer_id"]} ${row["kind"]} ${row["happened_at"]}`;
    const known = first.get(key);
    if (known === undefined || seconds(row["loaded_at"]) < seconds(known["loaded_at"])) first.set(key, row);
  }
  return [...first.values()];
}

/** Epoch seconds; not a number for an empty cell. */
export function seconds(time: string | undefined): number {
  return Date.parse(time || "none") / 1000;
}

export interface Recount {
  readonly triggers: number;
  readonly identifiable: number;
  readonly present: number;
  readonly fresh: number;
  readonly agreed: number;
  readonly reachable: number;
  readonly inTime: number;
  readonly actionable: number;
}

/** When a customer's state is looked at, and by when something must have arrived to be known then. */
type Look = (trigger: number) => { readonly at: number; readonly known: number };

interface Question {
  readonly triggers: readonly { readonly customer: string; readonly at: number; readonly loaded: number }[];
  readonly windowMinutes: number;
  readonly channels: readonly string[];
  readonly fields: readonly string[];
  readonly freshMinutes: number | null;
  readonly heldBack: (customer: WrittenRow, trigger: number) => boolean;
  readonly look: Look;
}

/** Counts who passes each step, one trigger after the other, with a plain scan of the customer's rows for each. */
export function recount(tables: WrittenTables, question: Question): Recount {
  const customers = new Map(tables.customers.map((row) => [row["customer_id"], row]));
  const consents = rowsByCustomer(tables.consents);
  const events = rowsByCustomer(tables.events);
  const counts = { identifiable: 0, present: 0, fresh: 0, agreed: 0, reachable: 0, inTime: 0, actionable: 0 };
  for (const { customer, at: trigger, loaded } of question.triggers) {
    const row = customers.get(customer);
    if (row === undefined) continue;
    counts.identifiable++;

    const { at, known } = question.look(trigger);
    const arrived = (events.get(customer) ?? []).filter((event) => seconds(event["loaded_at"]) <= known);
    const latest = (kind: string) =>
      Math.max(...arrived.filter((event) => event["kind"] === kind).map((event) => seconds(event["happened_at"])));
    const dataLeftAt = latest("data_left_read");
    if (question.fields.some((field) => row[field] === "")) continue;
    if (question.freshMinutes !== null && dataLeftAt === Number.NEGATIVE_INFINITY) continue;
    counts.present++;
    if (question.freshMinutes !== null && at - dataLeftAt > question.freshMinutes * 60) continue;
    counts.fresh++;

    const saidYes = question.channels.filter((channel) => {
      const said = (consents.get(customer) ?? [])
        .filter((entry) => entry["channel"] === channel && seconds(entry["changed_at"]) <= known)
        .sort((one, other) => seconds(one["changed_at"]) - seconds(other["changed_at"]));
      return said.at(-1)?.["status"] === "granted";
    });
    if (saidYes.length === 0) continue;
    counts.agreed++;
    const pushWorks = known - latest("push_token_renewed") <= 270 * 86_400;
    const emailWorks = (row["email"] ?? "").includes("@example.");
    if (!saidYes.some((channel) => (channel === "email" ? emailWorks : pushWorks))) continue;
    counts.reachable++;
    if (loaded - trigger > question.windowMinutes * 60) continue;
    counts.inTime++;
    if (!question.heldBack(row, trigger)) counts.actionable++;
  }
  return { triggers: question.triggers.length, ...counts };
}

function rowsByCustomer(rows: readonly WrittenRow[]): Map<string, WrittenRow[]> {
  const grouped = new Map<string, WrittenRow[]>();
  for (const row of rows) {
    const customer = row["customer_id"] ?? "";
    const known = grouped.get(customer);
    if (known) known.push(row);
    else grouped.set(customer, [row]);
  }
  return grouped;
}
