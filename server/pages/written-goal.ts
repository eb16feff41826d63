import type { Request } from "express";
import { findMinutes } from "../goals/duration.ts";
import type { Goal, Outcome, RoleFields, Roles, Trigger } from "../vocabulary.ts";
import { formPart } from "./site.ts";

export type RoleName = keyof Roles;

/** One line of the roles table: a role, for one channel or for every one, and the field that fills it. */
export interface WrittenRole {
  readonly role: RoleName;
  readonly channel: string | null;
  /** blank: no field, on purpose */
  readonly field: string;
  /** of a duty */
  readonly law: string;
}

/** A goal as its form holds it: texts, whether or not they make sense. */
export interface WrittenGoal {
  readonly from: string;
  readonly exchange: string;
  readonly name: string;
  readonly audience: string;
  readonly channels: readonly string[];
  /** the code of one of the form's triggers; blank for none, "when" for a condition */
  readonly trigger: string;
  readonly offset: string;
  readonly side: string;
  readonly when: string;
  /** one of the form's windows, "other" or "none" */
  readonly window: string;
  readonly windowOther: string;
  readonly until: string;
  /** the code of one of the form's outcomes; "event", "amount", "sql" or "none" */
  readonly outcome: string;
  readonly outcomeEvent: string;
  readonly outcomeWithin: string;
  readonly outcomeAmount: string;
  readonly outcomeSql: string;
  /** the field that says when it became known; blank: none does */
  readonly outcomeAt: string;
  /** the code of the field and value of those who got the offer; blank where nobody says */
  readonly treatment: string;
  readonly roles: readonly WrittenRole[];
  readonly basis: string;
  readonly keep: string;
  readonly holdBack: string;
  readonly quiet: string;
  readonly reaction: string;
  readonly lookBack: string;
  readonly keepFor: string;
}

export const windows = ["15m", "1h", "24h", "3d", "7d"] as const;
export const usualKeep = "0.98";

/** What the form of a goal holds before anybody writes in it. */
export function writtenOf(goal: Goal): WrittenGoal {
  return {
    from: goal.from ?? "",
    exchange: goal.exchange ?? "",
    name: goal.name,
    audience: goal.audience ?? "",
    channels: goal.channels,
    ...writtenTrigger(goal.trigger),
    ...writtenWindow(goal.window),
    until: goal.until ?? "",
    ...writtenOutcome(goal.outcome),
    treatment: goal.treatment ? outcomeCode(goal.treatment) : "",
    roles: writtenRoles(goal.roles, goal.trigger),
    basis: goal.basis ?? "consent",
    keep: goal.keep === undefined ? usualKeep : String(goal.keep),
    holdBack: goal.holdBack ?? "",
    quiet: goal.quiet ?? "",
    reaction: goal.reaction ?? "",
    lookBack: goal.lookBack ?? "",
    keepFor: goal.keepFor ?? "",
  };
}

/** What was posted. Parts that the form did not show are blank. */
export function writtenBy(request: Request): WrittenGoal {
  const part = (name: string) => formPart(request, name) ?? "";
  const texts = [
    ...(["from", "exchange", "name", "audience", "trigger", "offset", "side", "when", "window", "until"] as const),
    ...(["outcome", "basis", "keep", "holdBack", "quiet", "reaction", "lookBack", "keepFor"] as const),
    ...([
      "windowOther",
      "outcomeEvent",
      "outcomeWithin",
      "outcomeAmount",
      "outcomeSql",
      "outcomeAt",
      "treatment",
    ] as const),
  ];
  const named = Object.fromEntries(texts.map((name) => [name, part(name)])) as Record<(typeof texts)[number], string>;
  return { ...named, channels: channelsBy(request), roles: rolesBy(request) };
}

const channelMark = "channel:";

function channelsBy(request: Request): readonly string[] {
  const ticked = names(request).filter((name) => name.startsWith(channelMark));
  const other = (formPart(request, "channelOther") ?? "")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, "-")
    .replace(/^-|-$/g, "");
  return [...new Set([...ticked.map((name) => name.slice(channelMark.length)), ...(other ? [other] : [])])];
}

/** The name of a line's input: "role:key", "role:address:email", "role:content#2". */
export function roleInput({ role, channel }: Pick<WrittenRole, "role" | "channel">, number: number): string {
  return channel === null ? `role:${role}#${number}` : `role:${role}:${channel}`;
}

export function lawInput(number: number): string {
  return `law:duty#${number}`;
}

function rolesBy(request: Request): readonly WrittenRole[] {
  return names(request).flatMap((name) => {
    const match = /^role:([a-z]+)(?::(.+)|#(\d+))$/.exec(name);
    if (!match || !isRole(match[1] ?? "")) return [];
    const law = match[3] ? (formPart(request, lawInput(Number(match[3]))) ?? "") : "";
    const role = match[1] as RoleName;
    return [{ role, channel: match[2] ?? null, field: formPart(request, name) ?? "", law: role === "duty" ? law : "" }];
  });
}

function names(request: Request): readonly string[] {
  return Object.keys((request.body ?? {}) as object);
}

export const roleNames = [
  ...(["key", "address", "consent", "trigger", "arrival", "content", "suppression", "duty"] as const),
] as const satisfies readonly RoleName[];

function isRole(name: string): boolean {
  return roleNames.some((role) => role === name);
}

function writtenTrigger(trigger: Trigger | undefined): Pick<WrittenGoal, "trigger" | "offset" | "side" | "when"> {
  const none = { trigger: "", offset: "", side: "before", when: "" };
  if (!trigger) return none;
  if ("when" in trigger) return { ...none, trigger: "when", when: trigger.when };
  if ("table" in trigger) return { ...none, trigger: triggerCode(trigger) };
  return {
    ...none,
    trigger: triggerCode(trigger),
    offset: trigger.before ?? trigger.after ?? "",
    side: trigger.after === undefined ? "before" : "after",
  };
}

/** What stands for a trigger in the form: its field, or its table and event. */
export function triggerCode(trigger: Exclude<Trigger, { when: string }>): string {
  return JSON.stringify("field" in trigger ? { field: trigger.field } : { table: trigger.table, event: trigger.event });
}

function writtenWindow(window: string | undefined): Pick<WrittenGoal, "window" | "windowOther"> {
  if (window === undefined) return { window: "none", windowOther: "" };
  const same = windows.find((one) => findMinutes(one) === findMinutes(window));
  return same ? { window: same, windowOther: "" } : { window: "other", windowOther: window };
}

type OutcomeParts = "outcome" | "outcomeEvent" | "outcomeWithin" | "outcomeAmount" | "outcomeSql" | "outcomeAt";

function writtenOutcome(outcome: Outcome | undefined): Pick<WrittenGoal, OutcomeParts> {
  const blank = { outcomeEvent: "", outcomeWithin: "30d", outcomeAmount: "", outcomeSql: "", outcomeAt: "" };
  const none = { ...blank, outcome: "none" };
  if (!outcome) return none;
  if ("sql" in outcome) return { ...none, outcome: "sql", outcomeSql: outcome.sql };
  if ("table" in outcome) {
    return { ...none, outcome: "event", outcomeEvent: eventCode(outcome), outcomeWithin: outcome.within };
  }
  const outcomeAt = outcome.at ?? "";
  if ("is" in outcome) return { ...none, outcomeAt, outcome: outcomeCode(outcome) };
  return { ...none, outcomeAt, outcome: "amount", outcomeAmount: outcome.field };
}

export function outcomeCode({ field, is }: { readonly field: string; readonly is: string }): string {
  return JSON.stringify({ field, is });
}

export function eventCode({ table, event }: { readonly table: string; readonly event: string | null }): string {
  return JSON.stringify({ table, event: event ?? undefined });
}

/** What a code of the form stands for; nothing for anything else that was posted. */
export function readCode(code: string): Readonly<Record<string, unknown>> {
  try {
    const read: unknown = JSON.parse(code);
    return typeof read === "object" && read !== null ? (read as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}

/** The lines of the roles table; the trigger's own field is named by the trigger. */
export function writtenRoles(roles: Roles, trigger: Trigger | undefined): readonly WrittenRole[] {
  const own = trigger && "field" in trigger ? trigger.field : null;
  return roleNames
    .flatMap((role): WrittenRole[] =>
      role === "duty"
        ? (roles.duty ?? []).map(({ field, law }) => ({ role, channel: null, field, law }))
        : linesOf(roles[role]).map((line) => ({ role, law: "", ...line })),
    )
    .filter(({ role, field }) => role !== "trigger" || field !== own);
}

function linesOf(fields: RoleFields | undefined): { channel: string | null; field: string }[] {
  if (fields === undefined) return [];
  if (typeof fields === "string") return [{ channel: null, field: fields }];
  if (isList(fields)) return fields.map((field) => ({ channel: null, field }));
  return Object.entries(fields).map(([channel, field]) => ({ channel, field }));
}

function isList(fields: Exclude<RoleFields, string>): fields is readonly string[] {
  return Array.isArray(fields);
}
