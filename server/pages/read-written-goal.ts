import { findMinutes } from "../goals/duration.ts";
import { goalFaults } from "../goals/goal-faults.ts";
import { bases } from "../goals/goal-readers.ts";
import type { Goal, Outcome, RoleFields, Roles, Trigger } from "../vocabulary.ts";
import { readCode, usualKeep, type WrittenGoal, type WrittenRole } from "./written-goal.ts";

/** What is to be mended, and at which part of the form. */
export interface WrittenFault {
  readonly part: string;
  readonly message: string;
}

export interface ReadGoal {
  readonly goal: Goal;
  readonly faults: readonly WrittenFault[];
}

/** The goal that the form says, and what is wrong with it by itself. `before` is the goal as it stands, where it does. */
export function readWrittenGoal(written: WrittenGoal, key: string, before: Goal | null): ReadGoal {
  const trigger = readTrigger(written, before?.trigger);
  const outcome = readOutcome(written);
  const window = readWindow(written, before?.window);
  const basis = bases.find((one) => one === written.basis);
  const keep = Number(written.keep);
  const goal: Goal = {
    key,
    name: written.name,
    ...optional("from", written.from),
    ...optional("audience", written.audience),
    ...(outcome ? { outcome } : {}),
    ...readTreatment(written.treatment),
    channels: asOrdered(written.channels, before?.channels ?? []),
    ...(trigger ? { trigger } : {}),
    ...optional("window", window),
    ...optional("until", written.until),
    ...optional("reaction", written.reaction),
    ...optional("lookBack", written.lookBack),
    ...optional("holdBack", written.holdBack),
    ...optional("quiet", written.quiet),
    roles: readRoles(written),
    ...optional("exchange", written.exchange),
    ...(basis && (basis !== "consent" || before === null || before.basis) ? { basis } : {}),
    ...(written.keep === usualKeep && before?.keep === undefined ? {} : { keep }),
    ...optional("keepFor", written.keepFor),
    // Chosen on the goal's report, where its fixes are weighed.
    ...(before?.wishedShare === undefined ? {} : { wishedShare: before.wishedShare }),
  };
  return { goal, faults: [...formFaults(written), ...goalFaults(goal)] };
}

/** Those that stood before in their old order, then the new ones: the file changes only where the goal does. */
function asOrdered(channels: readonly string[], before: readonly string[]): readonly string[] {
  const kept = before.filter((channel) => channels.includes(channel));
  return [...kept, ...channels.filter((channel) => !kept.includes(channel))];
}

function optional<K extends string>(name: K, text: string): Partial<Record<K, string>> {
  return text === "" ? {} : ({ [name]: text } as Record<K, string>);
}

/** What the rest of Winnow could not even see: parts that were chosen and left blank. */
function formFaults(written: WrittenGoal): WrittenFault[] {
  const { trigger, outcome, window } = written;
  const faults: [boolean, string, string][] = [
    [written.name.length > 120, "name", "Keep the name under 120 letters"],
    [written.exchange.length > 1000, "exchange", "Keep what the customer gets under 1,000 letters"],
    [trigger === "when" && !written.when, "when", "Write the condition that sets it off, or choose another trigger"],
    [isDate(trigger) && badDuration(written.offset), "offset", "Write how long as a number and m, h or d: 30d"],
    [window === "other" && !written.windowOther, "window", "Write how long you act, as a number and m, h or d: 48h"],
    [outcome === "sql" && !written.outcomeSql, "outcome", "Write the condition that says it happened"],
    [outcome === "amount" && !written.outcomeAmount, "outcome", "Choose the field that says it"],
    [outcome === "event" && !written.outcomeEvent, "outcome", "Choose what they do"],
    [
      outcome === "event" && (findMinutes(written.outcomeWithin) ?? 0) < 1,
      "outcome",
      "Write how soon they do it, as a number and m, h or d: 30d",
    ],
    [
      written.roles.some(({ role, field, law }) => role === "duty" && field && !law),
      "roles",
      "Say which law or contract asks for the field",
    ],
  ];
  return faults.filter(([wrong]) => wrong).map(([, part, message]) => ({ part, message }));
}

function isDate(trigger: string): boolean {
  return trigger.startsWith('{"field"');
}

function badDuration(text: string): boolean {
  return text !== "" && findMinutes(text) === undefined;
}

/** A trigger keeps what the form does not ask: which fields say when it happened and when it arrived. */
function readTrigger({ trigger, offset, side, when }: WrittenGoal, before: Trigger | undefined): Trigger | null {
  if (trigger === "") return null;
  if (trigger === "when") {
    const at = before && "when" in before ? before.at : undefined;
    return { when, ...(at === undefined ? {} : { at }) };
  }
  const chosen = readCode(trigger);
  if (typeof chosen["field"] === "string") {
    if (offset === "" || findMinutes(offset) === undefined) return { field: chosen["field"] };
    return { field: chosen["field"], [side === "after" ? "after" : "before"]: offset };
  }
  const { table, event } = chosen;
  if (typeof table !== "string") return null;
  const named = typeof event === "string" ? { event } : {};
  const same = before && "table" in before && before.table === table;
  return { ...(same ? timesOf(before) : {}), table, ...named };
}

function timesOf({ at, arrived }: Extract<Trigger, { table: string }>) {
  return { ...(at === undefined ? {} : { at }), ...(arrived === undefined ? {} : { arrived }) };
}

/** The outcome that the form says; null where it says none, or not yet all of it. */
export function readOutcome(written: WrittenGoal): Outcome | null {
  const { outcome, outcomeEvent, outcomeWithin, outcomeAmount, outcomeSql, outcomeAt } = written;
  if (outcome === "none" || outcome === "") return null;
  if (outcome === "sql") return outcomeSql ? { sql: outcomeSql } : null;
  if (outcome === "amount") return outcomeAmount ? { field: outcomeAmount, ...optional("at", outcomeAt) } : null;
  if (outcome === "event") {
    const { table, event } = readCode(outcomeEvent);
    if (typeof table !== "string" || !findMinutes(outcomeWithin)) return null;
    return { table, event: typeof event === "string" ? event : null, within: outcomeWithin };
  }
  const { field, is } = readCode(outcome);
  return typeof field === "string" && typeof is === "string" ? { field, is, ...optional("at", outcomeAt) } : null;
}

function readTreatment(code: string): Pick<Goal, "treatment"> {
  if (code === "") return {};
  const { field, is } = readCode(code);
  return typeof field === "string" && typeof is === "string" ? { treatment: { field, is } } : {};
}

/** Written as it was where it says the same: "1d" does not become "24h". */
function readWindow({ window, windowOther }: WrittenGoal, before: string | undefined): string {
  if (window === "none" || window === "") return "";
  const written = window === "other" ? windowOther : window;
  const same = before !== undefined && findMinutes(before) === findMinutes(written);
  return same ? before : written;
}

/** The roles of the lines that name a field, in the form in which the strategy file writes them. */
function readRoles({ roles, channels }: WrittenGoal): Roles {
  const filled = roles.filter(({ field, channel }) => field && (channel === null || channels.includes(channel)));
  const duty = filled.filter(({ role }) => role === "duty").map(({ field, law }) => ({ field, law }));
  const read: Record<string, RoleFields> = {};
  for (const role of new Set(filled.map((one) => one.role))) {
    if (role !== "duty") read[role] = asRoleFields(filled.filter((one) => one.role === role));
  }
  return { ...read, ...(duty.length ? { duty } : {}) };
}

function asRoleFields(lines: readonly WrittenRole[]): RoleFields {
  if (lines.some(({ channel }) => channel !== null)) {
    return Object.fromEntries(lines.flatMap(({ channel, field }) => (channel === null ? [] : [[channel, field]])));
  }
  const [first, ...others] = lines.map(({ field }) => field);
  return first !== undefined && !others.length && lines[0]?.role !== "content" ? first : [first ?? "", ...others];
}
