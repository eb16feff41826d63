import { count, orNull, text } from "../../database/shape.ts";
import { literal, relation, unionAll } from "../../database/sql-text.ts";
import type { Funnel } from "../count-stages.ts";
import { customerSql } from "../create-people.ts";
import type { Inquiry } from "../inquiry.ts";
import { type PersonSums, ratioInterval } from "../intervals.ts";
import { type GroupField, groupFields, MOST_GROUPS } from "./group-fields.ts";
import { hideSmallGroups } from "./hide-small-groups.ts";
import { spreadOf } from "./rank-groups.ts";

const MOST_SHOWN = 3;

/** By which fields the share differs, and by which it does not. */
export interface ShareByGroup {
  /** at most three, those that lie furthest apart first */
  readonly differing: readonly GroupedShare[];
  readonly alike: readonly { readonly table: string; readonly name: string }[];
}

/** Who is reached more and who less, by one field. */
export interface GroupedShare {
  readonly table: string;
  readonly name: string;
  /** the level at which values are put together; null for values as they are */
  readonly level: { readonly key: string; readonly label: string } | null;
  /** the group that is reached most first; never one of under five customers */
  readonly groups: readonly GroupShare[];
  /** groups left out because they, or others, would be too small */
  readonly hidden: number;
}

export interface GroupShare {
  /** null where the field is empty */
  readonly value: string | null;
  readonly customers: number;
  readonly units: number;
  readonly count: number;
  readonly share: number;
  readonly low: number;
  readonly high: number;
}

interface Row extends PersonSums {
  readonly value: string | null;
  readonly customers: number;
}

/**
 * The actionable share by at most three fields with few values, those first whose groups lie furthest apart once chance
 * is taken out.
 */
export async function shareByGroup(inquiry: Inquiry, funnel: Funnel): Promise<ShareByGroup> {
  const fields = groupFields(inquiry);
  if (!fields.length || funnel.stages.at(-1)?.measured !== true || funnel.known === 0)
    return { differing: [], alike: [] };
  await inquiry.session.run("actionability/create-person-counts", { values: { required: funnel.required } });
  const counted = await countGroups(inquiry, fields);
  const told = fields.flatMap((field, place) => {
    const all = counted.get(place) ?? [];
    const shown = hideSmallGroups(all);
    return shown.length >= 2 && all.length <= MOST_GROUPS
      ? [{ field, shown, hidden: all.length - shown.length, spread: spreadOf(recorded(shown)) }]
      : [];
  });
  const finest = finestLevels(told);
  const differing = finest
    .filter(({ spread }) => spread > 0)
    .sort((one, other) => other.spread - one.spread || fields.indexOf(one.field) - fields.indexOf(other.field));
  return {
    differing: differing.slice(0, MOST_SHOWN).map(({ field, shown, hidden }) => ({
      table: field.profile.table,
      name: field.profile.name,
      level: field.level,
      groups: shown.map(groupShare).sort((one, other) => other.share - one.share || compare(one.value, other.value)),
      hidden,
    })),
    alike: finest
      .filter(({ spread }) => spread === 0)
      .map(({ field: { profile } }) => ({ table: profile.table, name: profile.name })),
  };
}

/** Where a value is not recorded, a needed field stops everybody: that is no difference between groups. */
function recorded(shown: readonly Row[]): readonly Row[] {
  const known = shown.filter(({ value }) => value !== null);
  return known.length >= 2 ? known : shown;
}

/** Of one field at several levels, the first: levels go from the finest to the coarsest. */
function finestLevels<T extends { readonly field: GroupField }>(told: readonly T[]): readonly T[] {
  return told.filter((one, place) => told.findIndex(({ field }) => field.profile === one.field.profile) === place);
}

async function countGroups(inquiry: Inquiry, fields: readonly GroupField[]): Promise<Map<number, Row[]>> {
  const { database, session, dataset, customers } = inquiry;
  const queries = fields.map(({ value }, position) =>
    database.fragment("actionability/group-shares", {
      position: literal(position),
      customers: relation(dataset.schema, customers.name),
      customer: customerSql(inquiry),
      value,
    }),
  );
  const rows = await session.rows(
    { ...unionAll(queries), name: "actionability/group-shares" },
    {
      position: count,
      value: orNull(text),
      customers: count,
      units: count,
      passing: count,
      unitsSquared: count,
      unitsPassing: count,
      passingSquared: count,
    },
  );
  const counted = new Map<number, Row[]>();
  for (const { position, ...row } of rows) {
    counted.set(position, [...(counted.get(position) ?? []), { ...row, persons: row.customers }]);
  }
  for (const groups of counted.values()) groups.sort((one, other) => compare(one.value, other.value));
  return counted;
}

function groupShare(row: Row): GroupShare {
  const { value, customers, units, passing } = row;
  return { value, customers, units, count: passing, share: passing / units, ...ratioInterval(row) };
}

function compare(one: string | null, other: string | null): number {
  if (one === other) return 0;
  return (one ?? "￿") < (other ?? "￿") ? -1 : 1;
}
