import { count, real } from "../../database/shape.ts";
import { relation } from "../../database/sql-text.ts";
import { keySql } from "../create-people.ts";
import { type Inquiry, profileOf } from "../inquiry.ts";
import { hasLimit, momentOf, type NeededField } from "../needed-fields.ts";
import { keyOf } from "../table-keys.ts";
import { type HalfLife, halfLifeOfChanges, halfLifeOfReadings } from "./estimate-half-life.ts";
import { findHistory, type ValueHistory } from "./find-history.ts";
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
  /** the table that it comes from */
  readonly history: string | null;
  /** what others found for such a field */
  readonly usual: { readonly days: number; readonly says: string } | null;
}

export function measureDecay(inquiry: Inquiry, needed: readonly NeededField[]): Promise<readonly FieldDecay[]> {
  // One after the other: a session runs one statement at a time.
  return needed.reduce<Promise<readonly FieldDecay[]>>(
    async (before, field) => [...(await before), await decayOf(inquiry, field)],
    Promise.resolve([]),
  );
}

async function decayOf(inquiry: Inquiry, field: NeededField): Promise<FieldDecay> {
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
  const history = findHistory(inquiry, field);
  if (!history) return none("only one value of each customer is on record");
  const found = await estimate(inquiry, history);
  if (!found.halfLife) return none("too few values of the same customer are on record", history.table.name);
  return { ...none("", history.table.name), ...found, why: null };
}

async function estimate(inquiry: Inquiry, history: ValueHistory) {
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
  const gaps = await session.rows("actionability/value-changes", { days: real, pairs: count, changed: count }, asked);
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
