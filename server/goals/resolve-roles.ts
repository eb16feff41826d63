import type { Channel, Dataset, Goal, Role, RoleFields } from "../vocabulary.ts";
import { needField } from "./need-field.ts";
import type { RoleField } from "./resolved-goal.ts";

const SIMPLE_ROLES = ["key", "address", "consent", "trigger", "arrival", "content", "suppression"] as const;

/** Every field that the goal gives a role, found in the tables. Throws UserError for a name that no table has. */
export function resolveRoles(dataset: Dataset, goal: Goal): RoleField[] {
  const simple = SIMPLE_ROLES.flatMap((role) =>
    named(goal.roles[role]).map(({ name, channel }) => {
      const found = needField(dataset, name, `The role ${role} of ${goal.key}`);
      return { ...found, role, channel, law: null };
    }),
  );
  const duties = (goal.roles.duty ?? []).map(({ field, law }) => {
    const found = needField(dataset, field, `The role duty of ${goal.key}`);
    return { ...found, role: "duty" as const, channel: null, law };
  });
  return [...simple, ...duties];
}

/** Adds roles that follow from other parts of the goal, each once. */
export function withRoles(roles: readonly RoleField[], more: readonly RoleField[]): RoleField[] {
  const all = [...roles];
  for (const one of more) {
    const known = all.some(
      (other) => other.table === one.table && other.field === one.field && other.role === one.role,
    );
    if (!known) all.push(one);
  }
  return all;
}

/** Where agreement is kept in tables of its own, a goal that writes to people reads it there. */
export function consentRoles(dataset: Dataset, goal: Goal): RoleField[] {
  if (!goal.channels.length) return [];
  return dataset.tables
    .filter(({ kind }) => kind === "consents")
    .flatMap(({ name, layout }) => {
      const read = [layout.channel, layout.purpose, layout.state, layout.at].filter((field) => field !== null);
      const key = layout.key === null ? [] : [roleField(name, layout.key, "key")];
      return [...key, ...read.map((field) => roleField(name, field, "consent"))];
    });
}

export function roleField(table: string, field: string, role: Role): RoleField {
  return { table, field, role, channel: null, law: null };
}

interface Named {
  readonly name: string;
  readonly channel: Channel | null;
}

function named(fields: RoleFields | undefined): Named[] {
  if (fields === undefined) return [];
  if (typeof fields === "string") return [{ name: fields, channel: null }];
  if (isList(fields)) return fields.map((name) => ({ name, channel: null }));
  return Object.entries(fields).map(([channel, name]) => ({ name, channel }));
}

function isList(fields: Exclude<RoleFields, string>): fields is readonly string[] {
  return Array.isArray(fields);
}
