import { count, real } from "../../database/shape.ts";
import { identifier, literal, relation, type Sql, unionAll } from "../../database/sql-text.ts";
import { fieldOf } from "../../datasets/dataset.ts";
import type { Table } from "../../vocabulary.ts";
import { keySql } from "../create-people.ts";
import { type Inquiry, profileOf } from "../inquiry.ts";
import { hasLimit, momentOf, type NeededField } from "../needed-fields.ts";
import { keyOf } from "../table-keys.ts";
import { listWords } from "../words.ts";
import { type Constancy, constancyOf } from "./constancy.ts";
import { type HalfLife, halfLifeOfChanges, halfLifeOfReadings } from "./estimate-half-life.ts";
import { findHistory, type ValueHistory } from "./find-history.ts";
import { findSnapshots, type Snapshot, type Snapshots } from "./find-snapshots.ts";
import { usualHalfLife } from "./usual-half-life.ts";

/** Fewer pairs tell no rate. */
const FEWEST = 30;
/** Where nearly every entry differs from the one before, the table lists changes, not readings. */
const CHANGES_ONLY = 0.95;
/** After a third of the half-life 79 of 100 values are still right (methods.md 9.4). */
const STILL_GOOD = 1 / 3;

/** How fast one needed field grows old. */
export interface FieldDecay {
  readonly table: string;
  readonly name: string;
  readonly halfLife: HalfLife | null;
  /** why it cannot be estimated; null where it can */
  readonly why: string | null;
  /** pairs of values looked at, or customers watched */
  readonly looked: number;
  readonly changed: number;
  /** the table that it comes from, or the snapshots and when they were taken */
  readonly history: string | null;
  /** with three snapshots: whether one rate holds for everybody; null where nothing tells */
  readonly constancy?: Constancy | null;
  /** a table that would tell it, if somebody said when it was taken */
  readonly undated?: { readonly table: string; readonly looksLike: string | null } | null;
  /** what others found for such a field */
  readonly usual: { readonly days: number; readonly says: string } | null;
}

export async function measureDecay(inquiry: Inquiry, needed: readonly NeededField[]): Promise<readonly FieldDecay[]> {
  const snapshots = await findSnapshots(inquiry);
  const found: FieldDecay[] = [];
  for (const field of needed) found.push(await decayOf(inquiry, field, snapshots));
  return found;
}

async function decayOf(inquiry: Inquiry, field: NeededField, snapshots: Snapshots): Promise<FieldDecay> {
  const { ref } = field;
  const meaning = profileOf(inquiry, ref)?.meaning;
  const none = (why: string, history: string | null = null): FieldDecay => ({
    table: ref.table,
    name: ref.field,
    halfLife: null,
    why,
    looked: 0,
    changed: 0,
    history,
    usual: usualHalfLife(meaning),
  });
  if (meaning === "birth-date") return none("a date of birth does not change");
  if (field.place === "trigger") return none("it comes new with each trigger");
  const tables = [...snapshots.dated, ...snapshots.undated].map(({ table }) => table);
  const history = findHistory(inquiry, field, tables);
  if (history) return told(await estimate(inquiry, history), history.table.name);
  const taken = snapshotsOf(inquiry, field, snapshots.dated);
  if (taken.length > 1) return told(await estimateFromSnapshots(inquiry, field, taken), sayTaken(taken));
  const [undated] = snapshotsOf(inquiry, field, snapshots.undated);
  return undated
    ? {
        ...none(`nothing says when ${undated.table.name} was taken`),
        undated: { table: undated.table.name, looksLike: undated.looksLike },
      }
    : none("only one value of each customer is on record");

  function told(found: Estimated, from: string): FieldDecay {
    const { halfLife, looked, changed, constancy = null } = found;
    if (halfLife) return { ...none("", from), halfLife, looked, changed, constancy, why: null };
    const all = looked >= FEWEST && changed === looked;
    return none(all ? "every value changed" : "too few values of the same customer are on record", from);
  }
}

type Estimated = Pick<FieldDecay, "halfLife" | "looked" | "changed" | "constancy">;

/** Those that hold the field; none where it is not one of the customers table. */
function snapshotsOf<T extends { readonly table: Table }>(
  { customers }: Inquiry,
  { ref, field }: NeededField,
  snapshots: readonly T[],
): readonly T[] {
  if (ref.table !== customers.name) return [];
  return snapshots.filter(({ table }) => fieldOf(table, field.name)?.type === field.type);
}

function sayTaken(snapshots: readonly Snapshot[]): string {
  return listWords(snapshots.map(({ table, taken }) => `${table.name} of ${taken.slice(0, 10)}`));
}

/** The same customers in each of the snapshots, one after the other. */
async function estimateFromSnapshots(
  inquiry: Inquiry,
  { ref: { field } }: NeededField,
  snapshots: readonly Snapshot[],
): Promise<Estimated> {
  const { session, database, dataset } = inquiry;
  const value = database.fragment("actionability/group-as-written", { field });
  const values = snapshots.map(({ table, key, taken }) =>
    database.fragment("actionability/snapshot-values", {
      snapshot: relation(dataset.schema, table.name),
      entry_key: keySql(inquiry, key),
      value,
      taken: literal(taken.replace(/Z$/, "")),
    }),
  );
  const history = database.fragment("actionability/values-of-snapshots", { snapshots: unionAll(values) });
  const gaps = await session.rows("actionability/value-changes", gapShape, {
    names: {
      history,
      entry_key: identifier("entry_key"),
      at: identifier("read_at"),
      value: identifier("value"),
    },
    // What a person says of a snapshot's time may lie after what the tables know.
    values: { as_of: null },
  });
  const looked = gaps.reduce((sum, gap) => sum + gap.pairs, 0);
  const changed = gaps.reduce((sum, gap) => sum + gap.changed, 0);
  if (looked < FEWEST) return { halfLife: null, looked, changed };
  return {
    halfLife: halfLifeOfReadings(gaps),
    looked,
    changed,
    constancy: await compareThree(inquiry, history, snapshots),
  };
}

/** The last three snapshots, on the customers whose value stands in all of them. */
async function compareThree(
  { session }: Inquiry,
  history: Sql,
  snapshots: readonly Snapshot[],
): Promise<Constancy | null> {
  const [first, second, third] = snapshots.slice(-3).map(({ taken }) => taken);
  if (first === undefined || second === undefined || third === undefined) return null;
  const shape = { customers: count, early: count, late: count, across: count, throughout: count };
  const asked = { names: { history }, values: { first, second, third } };
  const [found] = await session.rows("actionability/values-of-three", shape, asked);
  return found && found.customers >= FEWEST ? constancyOf(found) : null;
}

const gapShape = { days: real, pairs: count, changed: count };

async function estimate(inquiry: Inquiry, history: ValueHistory): Promise<Estimated> {
  const { session, database, dataset, asOf } = inquiry;
  const joins = keyOf(inquiry, history.table);
  const asked = {
    names: {
      history: relation(dataset.schema, history.table.name),
      entry_key: keySql(inquiry, { field: history.key, address: joins.address }),
      at: momentOf(inquiry, history.at),
      value: database.fragment("actionability/group-as-written", { field: history.value }),
    },
    values: { as_of: asOf },
  };
  const gaps = await session.rows("actionability/value-changes", gapShape, asked);
  const pairs = gaps.reduce((sum, gap) => sum + gap.pairs, 0);
  const changed = gaps.reduce((sum, gap) => sum + gap.changed, 0);
  if (pairs < FEWEST) return { halfLife: null, looked: pairs, changed };
  if (changed < CHANGES_ONLY * pairs) return { halfLife: halfLifeOfReadings(gaps), looked: pairs, changed };
  const [watched] = await session.rows("actionability/history-exposure", { customers: count, days: real }, asked);
  return {
    halfLife: watched ? halfLifeOfChanges(changed, watched.days) : null,
    looked: watched?.customers ?? 0,
    changed,
  };
}

/** A needed field without a limit of its own may be a third of its half-life old. */
export function limitByDecay(
  inquiry: Inquiry,
  needed: readonly NeededField[],
  decay: readonly FieldDecay[],
): readonly NeededField[] {
  return needed.map((field, place) => {
    const days = decay[place]?.halfLife?.days ?? null;
    if (days === null || hasLimit(inquiry, field.ref)) return field;
    const limit = Math.max(1, Math.round(days * 1_440 * STILL_GOOD));
    return { ...field, maxAgeMinutes: Math.min(field.maxAgeMinutes, limit) };
  });
}
