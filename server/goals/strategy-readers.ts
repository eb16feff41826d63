import { isMap } from "yaml";
import type { Answer, Decision, FieldSetting, FixEffort, Permission, TableSetting, Thresholds } from "../vocabulary.ts";
import { findMinutes } from "./duration.ts";
import { usualThresholds } from "./empty-strategy.ts";
import { isFixName, MOST_POINTS } from "./fix-names.ts";
import { faultAt, type YamlReader } from "./yaml-place.ts";
import { filledText, mapOf, numberBetween, oneOf, oneOrMore, orNull, record, text } from "./yaml-readers.ts";

/** "24h" as it is written; no shorter than `least` minutes. */
export function duration(least: 0 | 1): YamlReader<string> {
  return (place) => {
    const written = text(place).trim();
    const minutes = findMinutes(written);
    if (minutes === undefined || minutes < least) {
      throw faultAt(place, `is "${written}". Write an integer and m, h or d: 15m, 24h, 30d.`);
    }
    return written;
  };
}

/** A day, or a moment of a day, that exists: 2026-11-20 or 2026-11-20T14:05:00Z. */
export const day: YamlReader<string> = (place) => {
  const written = text(place).trim();
  const match = /^(\d{4}-\d\d-\d\d)(?:[T ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d)?)?$/.exec(written);
  const exists = match?.[1] && !Number.isNaN(Date.parse(written)) && isOfCalendar(match[1]);
  if (!exists) throw faultAt(place, `is "${written}". Write a day as 2026-11-20.`);
  return written;
};

function isOfCalendar(date: string): boolean {
  const time = Date.parse(`${date}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(date);
}

const yesWords: YamlReader<readonly string[]> = (place) =>
  oneOrMore(filledText)(place).map((word) => word.trim().toLowerCase());

export const tableSetting: YamlReader<TableSetting> = record<Pick<TableSetting, "table">, Omit<TableSetting, "table">>(
  { table: filledText },
  {
    kind: oneOf(["customers", "events", "consents", "reference"]),
    key: orNull(filledText),
    joins: orNull(filledText),
    event: orNull(filledText),
    at: orNull(filledText),
    arrived: orNull(filledText),
    updated: orNull(filledText),
    channel: orNull(filledText),
    purpose: orNull(filledText),
    state: orNull(filledText),
    yes: yesWords,
    channels: mapOf(filledText),
    each: orNull(oneOf(["withdrawal"])),
    zone: orNull(filledText),
    snapshot: day,
  },
);

const updatedBy: YamlReader<NonNullable<FieldSetting["updated"]>> = (place) =>
  isMap(place.node)
    ? record<{ table: string; at: string }, { event: string }>(
        { table: filledText, at: filledText },
        { event: filledText },
      )(place)
    : filledText(place);

export const fieldSetting: YamlReader<FieldSetting> = record<Pick<FieldSetting, "field">, Omit<FieldSetting, "field">>(
  { field: filledText },
  {
    meaning: filledText,
    sensitivity: oneOf(["none", "personal", "identifying", "special"]),
    origin: oneOf(["volunteered", "observed", "inferred", "acquired", "unknown"]),
    updated: updatedBy,
    maxAge: duration(1),
    by: filledText,
    at: day,
  },
);

export const decision: YamlReader<Decision> = record<
  Pick<Decision, "field" | "verdict" | "by" | "at" | "reason">,
  Pick<Decision, "goal" | "keepAs" | "reviewBy">
>(
  {
    field: filledText,
    verdict: oneOf(["needed", "coarser", "unused", "undecided"]),
    by: filledText,
    at: day,
    reason: filledText,
  },
  { goal: filledText, keepAs: filledText, reviewBy: day },
);

export const answer: YamlReader<Answer> = record<Answer, object>(
  { goal: filledText, field: filledText, known: oneOf(["before", "afterwards"]), by: filledText, at: day },
  {},
);

export const permission: YamlReader<Permission> = record<Permission, object>(
  { field: filledText, goals: oneOrMore(filledText), because: filledText, by: filledText, at: day },
  {},
);

/** A fix as the planner calls it: what to do, then the field or the channel it is about. */
const fixName: YamlReader<string> = (place) => {
  const written = filledText(place).trim();
  if (!isFixName(written)) {
    throw faultAt(
      place,
      `is "${written}". Write one of: match, load, load slower, clocks, or fill FIELD, read FIELD, ask CHANNEL, check CHANNEL.`,
    );
  }
  return written;
};

export const fixEffort: YamlReader<FixEffort> = record<Omit<FixEffort, "goal">, Pick<FixEffort, "goal">>(
  { fix: fixName, points: numberBetween(0, MOST_POINTS, true), by: filledText, at: day },
  { goal: filledText },
);

export const thresholds: YamlReader<Thresholds> = (place) => ({
  ...usualThresholds,
  ...record<object, Thresholds>(
    {},
    { delta: numberBetween(0, 1), q: numberBetween(0, 1), k: numberBetween(2, 1_000_000, true) },
  )(place),
});
