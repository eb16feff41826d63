import { isMap, isSeq } from "yaml";
import type { Basis, Duty, Goal, Outcome, RoleFields, Roles, Treatment, Trigger } from "../vocabulary.ts";
import { catalogue } from "./catalogue.ts";
import { findMinutes } from "./duration.ts";
import { isQuietHours } from "./goal-faults.ts";
import { isGoalKey } from "./goal-key.ts";
import { duration } from "./strategy-readers.ts";
import { faultAt, type YamlPlace, type YamlReader } from "./yaml-place.ts";
import {
  filledText,
  keysOf,
  list,
  mapOf,
  numberBetween,
  oneOf,
  oneOrMore,
  orNull,
  record,
  text,
} from "./yaml-readers.ts";

export const bases = [
  "consent",
  "contract",
  "legitimate-interest",
  "legal-obligation",
  "vital-interest",
  "public-task",
] as const satisfies readonly Basis[];

const goalKey: YamlReader<string> = (place) => {
  const key = text(place).trim();
  if (!isGoalKey(key)) {
    throw faultAt(place, `is "${key}". Write a key in small letters, digits and hyphens: keep-leavers.`);
  }
  return key;
};

const outcome: YamlReader<Outcome> = (place) => {
  const keys = keysIn(place, 'as { field: churned, is: "Yes" }');
  if (keys.includes("table")) {
    const { table, within, event } = record<{ table: string; within: string }, { event: string | null }>(
      { table: filledText, within: duration(1) },
      { event: orNull(filledText) },
    )(place);
    return { table, event: event ?? null, within };
  }
  if (keys.includes("sql")) return record<{ sql: string }, object>({ sql: filledText }, {})(place);
  return record<{ field: string }, { is: string; at: string }>(
    { field: filledText },
    { is: filledText, at: filledText },
  )(place);
};

const treatment: YamlReader<Treatment> = record<Treatment, object>({ field: filledText, is: filledText }, {});

const trigger: YamlReader<Trigger> = (place) => {
  const keys = keysIn(place, "as { field: contract_end_date, before: 30d }");
  if (keys.includes("table")) {
    return record<{ table: string }, { event: string; at: string; arrived: string }>(
      { table: filledText },
      { event: filledText, at: filledText, arrived: filledText },
    )(place);
  }
  if (keys.includes("when"))
    return record<{ when: string }, { at: string }>({ when: filledText }, { at: filledText })(place);
  const dated = record<{ field: string }, { before: string; after: string }>(
    { field: filledText },
    { before: duration(0), after: duration(0) },
  )(place);
  if (dated.before !== undefined && dated.after !== undefined) {
    throw faultAt(place, "has both before and after. Write one of them.");
  }
  return dated;
};

const roleFields: YamlReader<RoleFields> = (place) => {
  if (isMap(place.node)) return mapOf(filledText)(place);
  return isSeq(place.node) ? list(filledText)(place) : filledText(place);
};

const duty: YamlReader<Duty> = record<Duty, object>({ field: filledText, law: filledText }, {});

const roles: YamlReader<Roles> = record<object, Roles>(
  {},
  {
    key: roleFields,
    address: roleFields,
    consent: roleFields,
    trigger: roleFields,
    arrival: roleFields,
    content: roleFields,
    suppression: roleFields,
    duty: oneOrMore(duty),
  },
);

const quietHours: YamlReader<string> = (place) => {
  const written = text(place).trim();
  if (!isQuietHours(written)) {
    throw faultAt(place, `is "${written}". Write from and to: 21:00-08:00.`);
  }
  return written;
};

const starterKey: YamlReader<string> = (place) => oneOf(catalogue.map(({ key }) => key))(place);

const writtenGoal = record<Pick<Goal, "key">, Omit<Goal, "key">>(
  { key: goalKey },
  {
    name: filledText,
    from: starterKey,
    audience: filledText,
    outcome,
    treatment,
    channels: oneOrMore(filledText),
    trigger,
    window: duration(1),
    until: duration(1),
    reaction: duration(0),
    lookBack: duration(1),
    holdBack: filledText,
    quiet: quietHours,
    roles,
    exchange: text,
    basis: oneOf(bases),
    keep: numberBetween(0, 1),
    keepFor: duration(1),
    wishedShare: numberBetween(0, 1),
  },
);

export const goal: YamlReader<Goal> = (place) => {
  const read = writtenGoal(place);
  if (read.window && read.until && (findMinutes(read.until) ?? 0) < (findMinutes(read.window) ?? 0)) {
    throw faultAt(
      place,
      `is useless after ${read.until} but acts within ${read.window}. Write until: ${read.window} or longer.`,
    );
  }
  return { ...read, name: read.name ?? nameOf(read.key), channels: read.channels ?? [], roles: read.roles ?? {} };
};

/** "Keep leavers" for a goal without a name of its own. */
function nameOf(key: string): string {
  const words = key.replaceAll("-", " ");
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function keysIn(place: YamlPlace, example: string): string[] {
  if (!isMap(place.node)) throw faultAt(place, `is not a map. Write it ${example}.`);
  return keysOf(place);
}
