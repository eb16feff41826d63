import { literal, type Sql } from "../../database/sql-text.ts";
import type { Channel } from "../../vocabulary.ts";
import { allOf, anyOf, sumOf } from "../conditions.ts";
import { earliestLag, inTime } from "../create-masks.ts";
import { fieldConditions } from "../field-conditions.ts";
import type { FieldReadiness } from "../goal-actionability.ts";
import type { Inquiry } from "../inquiry.ts";
import type { LagMeasured } from "../measure-lag.ts";
import { microseconds, type NeededField } from "../needed-fields.ts";
import type { People } from "../people.ts";
import type { MiddleStage } from "../stage-masks.ts";
import { type Cadences, cadencesFor } from "./cadences.ts";

/** Bits of what a unit lacks. Fields, then channels with three bits each, follow. */
export const lackBit = {
  stranger: 0,
  nameless: 1,
  late: 2,
  lateAtSlower: 3,
  early: 4,
  rest: 5,
  fields: 6,
  channels: 25,
} as const;
const MOST_MISSING = 10;
const MOST_STALE = 8;
export const MOST_CHANNELS = 8;

export interface FieldLack {
  readonly field: NeededField;
  /** the field as the strategy names it */
  readonly called: string;
  readonly kind: "missing" | "stale";
  readonly bit: number;
  readonly holds: Sql;
}

/** Everything that may stop a unit, as it is counted. */
export interface Lacks {
  readonly fields: readonly FieldLack[];
  /** of fields too many to be told apart */
  readonly rest: readonly Sql[];
  readonly channels: readonly Channel[];
  readonly agreedCounts: boolean;
  readonly reachableCounts: boolean;
  readonly cadences: Cadences | null;
  readonly late: Sql;
  readonly nameless: Sql | null;
}

interface Facts {
  readonly people: People;
  readonly fields: readonly FieldReadiness[];
  readonly lag: LagMeasured;
  readonly measured: readonly MiddleStage[];
}

export function lacksOf(inquiry: Inquiry, { people, fields, lag, measured }: Facts): Lacks {
  const { database } = inquiry;
  const asked = people.needed
    .map((field, place) => ({ field, found: fieldConditions(inquiry, people, field, "today"), facts: fields[place] }))
    .sort((one, other) => (one.facts?.coverage ?? 1) - (other.facts?.coverage ?? 1));
  const missing = measured.includes("present")
    ? asked.flatMap(({ field, found }) => (found ? [{ field, kind: "missing" as const, holds: found.filled }] : []))
    : [];
  const stale = measured.includes("fresh")
    ? asked.flatMap(({ field, found }) => (found?.fresh ? [{ field, kind: "stale" as const, holds: found.fresh }] : []))
    : [];
  const told = [...missing.slice(0, MOST_MISSING), ...stale.slice(0, MOST_STALE)];
  const cadences = measured.includes("in-time") ? cadencesFor(inquiry, lag) : null;
  return {
    fields: told.map((one, place) => ({
      ...one,
      called: nameInStrategy(inquiry, one.field),
      bit: lackBit.fields + place,
    })),
    rest: [...missing.slice(MOST_MISSING), ...stale.slice(MOST_STALE)].map(({ holds }) => holds),
    channels: people.channels.slice(0, MOST_CHANNELS),
    agreedCounts: measured.includes("agreed"),
    reachableCounts: measured.includes("reachable"),
    cadences,
    late: lateBits(inquiry, lag, measured, cadences),
    nameless: measured.includes("identifiable") ? database.fragment("actionability/is-identified") : null,
  };

  function lateBits(inside: Inquiry, measuredLag: LagMeasured, stages: readonly MiddleStage[], found: Cadences | null) {
    if (!stages.includes("in-time")) return literal(0);
    const arrives = inTime(inside, measuredLag);
    const believed = database.fragment("actionability/not-early", { earliest: earliestLag(inside.goal, measuredLag) });
    const late = sumOf(inside, [bitOf(inside, lackBit.late, arrives), bitOf(inside, lackBit.early, believed)]);
    if (!found?.slower) return late;
    const slower = database.fragment("actionability/in-time-at-cadence", {
      cadence: microseconds(found.slower),
      most: microseconds((inside.goal.windowMinutes ?? 0) - inside.goal.reactionMinutes),
    });
    const either = anyOf(database, [arrives, slower]);
    return sumOf(inside, [late, bitOf(inside, lackBit.lateAtSlower, either)]);
  }
}

function nameInStrategy({ customers }: Inquiry, { ref }: NeededField): string {
  return ref.table === customers.name ? ref.field : `${ref.table}.${ref.field}`;
}

/** All the bits but those of channels and lag. */
export function lackBits(inquiry: Inquiry, lacks: Lacks): Sql {
  const bits = lacks.fields.map(({ bit, holds }) => bitOf(inquiry, bit, holds));
  if (lacks.nameless) bits.push(bitOf(inquiry, lackBit.nameless, lacks.nameless));
  if (lacks.rest.length) {
    const all = allOf(inquiry.database, lacks.rest);
    bits.push(bitOf(inquiry, lackBit.rest, all));
  }
  return bits.length ? sumOf(inquiry, bits) : literal(0);
}

function bitOf({ database }: Inquiry, bit: number, condition: Sql): Sql {
  return database.fragment("actionability/need-bit", { weight: literal(2 ** bit), condition });
}
