import { count, orNull, time } from "../../database/shape.ts";
import { relation } from "../../database/sql-text.ts";
import { fieldOf } from "../../datasets/dataset.ts";
import type { Field, Table } from "../../vocabulary.ts";
import { keySql } from "../create-people.ts";
import { type Inquiry, profileOf } from "../inquiry.ts";
import { isTime, momentOf } from "../needed-fields.ts";
import { type CustomerKey, keyOf } from "../table-keys.ts";

/** The customers table, or another one with the same customers and fields: one record each, as it was at one time. */
export interface Snapshot {
  readonly table: Table;
  readonly key: CustomerKey;
  /** when it was taken, ISO */
  readonly taken: string;
  /** a person said it; else it is the latest time in the table, or the data's own */
  readonly said: boolean;
}

/** A table that looks like a snapshot, and nothing says when it was taken. */
export interface UndatedSnapshot {
  readonly table: Table;
  /** a day that stands in the table's name: to be asked about, never used */
  readonly looksLike: string | null;
}

export interface Snapshots {
  /** the earliest first */
  readonly dated: readonly Snapshot[];
  readonly undated: readonly UndatedSnapshot[];
}

/** Of a table's own fields, at least so many must be fields of the customers table. */
const SAME_FIELDS = 0.8;
/** At most so many records may be of a customer who is there already: exports hold a few copies. */
const COPIES = 0.01;
/** So many of its customers must be customers of today. */
const SAME_CUSTOMERS = 0.2;

/**
 * The snapshots of the customers table among the other tables, and that table itself where there are any. A person's
 * `snapshot:` says when one was taken, else the latest time at which one of its records was loaded or updated.
 */
export async function findSnapshots(inquiry: Inquiry): Promise<Snapshots> {
  const { dataset, customers } = inquiry;
  const found: (Snapshot | UndatedSnapshot)[] = [];
  for (const table of dataset.tables) {
    if (table !== customers && looksLikeCustomers(table, customers)) found.push(...(await snapshotOf(inquiry, table)));
  }
  if (!found.length) return { dated: [], undated: [] };
  const [today] = await snapshotOf(inquiry, customers);
  const dated = [...(today ? [today] : []), ...found].filter((one) => "taken" in one);
  warnOfDates(inquiry, dated);
  return {
    dated: onceADay(dated).sort((one, other) => (one.taken < other.taken ? -1 : 1)),
    undated: found.filter((one) => "looksLike" in one),
  };
}

const DAY = 86_400_000;

/** Of several snapshots of the same moment the first counts, the customers table before any other. */
function onceADay(dated: readonly Snapshot[]): Snapshot[] {
  return dated.filter((one, place) => dated.findIndex(({ taken }) => taken === one.taken) === place);
}

function warnOfDates({ asOf, warnings }: Inquiry, dated: readonly Snapshot[]): void {
  const counted = onceADay(dated);
  for (const { table, taken } of dated) {
    const day = taken.slice(0, 10);
    const first = counted.find((one) => one.taken === taken && one.table !== table);
    if (first)
      warnings.push(
        `${table.name} and ${first.table.name} are both snapshots of ${day}: only ${first.table.name} is read. Correct snapshot: of one of them, under tables: in the strategy.`,
      );
    else if (asOf !== null && Date.parse(taken) > Date.parse(asOf) + DAY)
      warnings.push(
        `${table.name} is said to be a snapshot of ${day}, later than anything else in the tables. If that is a slip, correct its snapshot: under tables: in the strategy.`,
      );
  }
}

/** Whether a table holds the same fields; one that is called a snapshot needs no more than a key. */
function looksLikeCustomers({ kind, layout, fields }: Table, customers: Table): boolean {
  if (layout.key === null) return false;
  if (layout.snapshot !== undefined) return true;
  const own = fields.filter(({ name }) => name !== layout.key);
  const shared = own.filter((field) => holdsAsToday(customers, field));
  return kind === "reference" && shared.length >= 2 && shared.length >= SAME_FIELDS * own.length;
}

/** Whether today's customers have the field, of the same type. */
export function holdsAsToday(customers: Table, { name, type }: Field): boolean {
  return fieldOf(customers, name)?.type === type;
}

async function snapshotOf(inquiry: Inquiry, table: Table): Promise<readonly (Snapshot | UndatedSnapshot)[]> {
  const { session, database, dataset, customers, asOf } = inquiry;
  const { key: field, snapshot } = table.layout;
  if (field === null) return [];
  const joins = keyOf(inquiry, table);
  const key = { field, address: joins.address };
  const at = timeOf(inquiry, table);
  const [facts] = await session.rows(
    "actionability/snapshot-facts",
    { entries: count, different: count, known: count, latest: orNull(time) },
    {
      names: {
        snapshot: relation(dataset.schema, table.name),
        customers: relation(dataset.schema, customers.name),
        entry_key: keySql(inquiry, key),
        customer_key: keySql(inquiry, joins),
        at: at === null ? database.fragment("actionability/no-moment") : momentOf(inquiry, at),
      },
      values: { as_of: asOf },
    },
  );
  if (!facts || facts.entries - facts.different > COPIES * facts.entries) return [];
  if (facts.known < SAME_CUSTOMERS * facts.different) return [];
  const taken = momentSaid(snapshot) ?? facts.latest ?? (table === customers ? asOf : null);
  if (taken === null) return [{ table, looksLike: dayInName(table.name) }];
  return [{ table, key, taken, said: snapshot !== undefined }];
}

/** The field that says when a record was loaded, else when it was last updated. */
function timeOf(inquiry: Inquiry, { name: table, layout, fields }: Table): string | null {
  const meaning = (wanted: string) =>
    fields.find(({ name }) => profileOf(inquiry, { table, field: name })?.meaning === wanted)?.name;
  const named = layout.arrived ?? meaning("arrival-time") ?? layout.updated ?? meaning("updated-at") ?? null;
  return isTime(fields.find(({ name }) => name === named)) ? named : null;
}

function momentSaid(snapshot: string | undefined): string | null {
  if (snapshot === undefined) return null;
  const zoned = /[T ]\d\d:\d\d/.test(snapshot) && !/(Z|[+-]\d\d:?\d\d)$/.test(snapshot) ? `${snapshot}Z` : snapshot;
  return new Date(zoned).toISOString();
}

/** "customers_2026-10-01", "customers 20261001": a whole day, as files are often named. */
function dayInName(name: string): string | null {
  const found = /(?<!\d)(20\d\d)([-_. ]?)(0[1-9]|1[0-2])\2(0[1-9]|[12]\d|3[01])(?!\d)/.exec(name);
  return found ? `${found[1]}-${found[3]}-${found[4]}` : null;
}
