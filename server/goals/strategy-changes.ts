import type {
  Answer,
  Decision,
  FieldSetting,
  FixEffort,
  Goal,
  Permission,
  Strategy,
  TableSetting,
} from "../vocabulary.ts";
import { printOutcome } from "./parse-outcome.ts";

/** What would change if `after` took the place of `before`: a plain sentence for each part; none where they say the same. */
export function strategyChanges(before: Strategy, after: Strategy): string[] {
  return [
    ...nameChange(before.name, after.name),
    ...changes(before.goals, after.goals, goalKind),
    ...changes(before.tables, after.tables, tableKind),
    ...changes(before.fields, after.fields, fieldKind),
    ...changes(before.decisions, after.decisions, decisionKind),
    ...changes(before.answers, after.answers, answerKind),
    ...changes(before.permitted, after.permitted, permissionKind),
    ...changes(before.efforts, after.efforts, effortKind),
    ...partChanges("The thresholds", before.thresholds, after.thresholds),
  ];
}

/** How the entries of one section are told apart and spoken of. */
interface Kind<T> {
  readonly same: (entry: T) => string;
  readonly calls: (entry: T) => string;
  readonly added: (entry: T) => string;
  readonly gone: (entry: T) => string;
}

const goalKind: Kind<Goal> = {
  same: ({ key }) => key,
  calls: ({ name }) => `The goal “${name}”`,
  added: ({ name }) => `The goal “${name}” is added.`,
  gone: ({ name }) => `The goal “${name}” goes.`,
};

const tableKind: Kind<TableSetting> = {
  same: ({ table }) => table,
  calls: ({ table }) => `The table ${table}`,
  added: ({ table, ...parts }) => `The table ${table} is read as written: ${listParts(parts)}.`,
  gone: ({ table }) => `The table ${table} is read as guessed again.`,
};

const fieldKind: Kind<FieldSetting> = {
  same: ({ field }) => field,
  calls: ({ field }) => `The field ${field}`,
  added: ({ field, by: _, at: __, ...parts }) => `The field ${field} is corrected: ${listParts(parts)}.`,
  gone: ({ field }) => `The field ${field} is no longer corrected.`,
};

const decisionKind: Kind<Decision> = {
  same: ({ goal, field }) => JSON.stringify([goal ?? null, field]),
  calls: (decision) => `The decision on ${decision.field}${forGoal(decision)}`,
  added: (decision) => `${decision.field} is decided ${decision.verdict}${forGoal(decision)}, by ${decision.by}.`,
  gone: (decision) => `The decision on ${decision.field}${forGoal(decision)} goes.`,
};

const answerKind: Kind<Answer> = {
  same: ({ goal, field }) => JSON.stringify([goal, field]),
  calls: (answer) => `The answer on ${answer.field}${forGoal(answer)}`,
  added: (answer) => `${answer.field} is known ${answer.known}${forGoal(answer)}, says ${answer.by}.`,
  gone: (answer) => `The answer on ${answer.field}${forGoal(answer)} goes.`,
};

const permissionKind: Kind<Permission> = {
  same: ({ field }) => field,
  calls: ({ field }) => `The permission for ${field}`,
  added: ({ field, goals, because }) => `${field} may be used for ${goals.join(", ")}: ${because}.`,
  gone: ({ field }) => `The permission for ${field} goes.`,
};

const effortKind: Kind<FixEffort> = {
  same: ({ goal, fix }) => JSON.stringify([goal ?? null, fix]),
  calls: (effort) => `The effort of “${effort.fix}”${forGoal(effort)}`,
  added: (effort) => `“${effort.fix}” is reckoned at ${effort.points}${forGoal(effort)}, by ${effort.by}.`,
  gone: (effort) => `“${effort.fix}” takes its usual effort again${forGoal(effort)}.`,
};

function forGoal({ goal }: { readonly goal?: string }): string {
  return goal === undefined ? " for every goal" : ` for ${goal}`;
}

function changes<T extends object>(before: readonly T[], after: readonly T[], kind: Kind<T>): string[] {
  const old = new Map(before.map((entry) => [kind.same(entry), entry]));
  const kept = new Set(after.map(kind.same));
  const addedOrChanged = after.flatMap((entry) => {
    const was = old.get(kind.same(entry));
    return was ? partChanges(kind.calls(entry), was, entry) : [kind.added(entry)];
  });
  const gone = before.filter((entry) => !kept.has(kind.same(entry))).map(kind.gone);
  return [...addedOrChanged, ...gone];
}

function nameChange(before: string | null, after: string | null): string[] {
  if (before === after) return [];
  return [after === null ? "The strategy loses its name." : `The strategy is called “${after}”.`];
}

/** "The goal “Welcome”: window becomes 1h (was 24h), exchange is new: …." */
function partChanges(called: string, before: object, after: object): string[] {
  const was = new Map<string, unknown>(Object.entries(before));
  const is = new Map<string, unknown>(Object.entries(after));
  const parts = [...new Set([...is.keys(), ...was.keys()])]
    .filter((part) => canonical(was.get(part)) !== canonical(is.get(part)))
    .map((part) => onePart(part, was.get(part), is.get(part)));
  return parts.length ? [`${called}: ${parts.join("; ")}.`] : [];
}

function onePart(part: string, was: unknown, is: unknown): string {
  if (is === undefined) return `${part} goes (was ${say(was)})`;
  return was === undefined ? `${part} is new: ${say(is)}` : `${part} becomes ${say(is)} (was ${say(was)})`;
}

function listParts(parts: object): string {
  return Object.entries(parts)
    .map(([part, value]) => `${part} ${say(value)}`)
    .join(", ");
}

function say(value: unknown): string {
  if (value === null) return "none";
  if (typeof value !== "object") return String(value);
  if (Array.isArray(value)) return value.map(say).join(", ") || "none";
  if (isOutcome(value)) return printOutcome(value);
  return (
    Object.entries(value)
      .map(([part, inner]) => `${part} ${say(inner)}`)
      .join(", ") || "none"
  );
}

function isOutcome(value: object): value is { readonly field: string; readonly is: string } {
  return Object.keys(value).sort().join() === "field,is";
}

/** The same text for the same content, whatever the order of its parts. */
function canonical(value: unknown): string {
  return (
    JSON.stringify(value, (_, inner: unknown) =>
      typeof inner === "object" && inner !== null && !Array.isArray(inner)
        ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
        : inner,
    ) ?? ""
  );
}
