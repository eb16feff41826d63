import type { Database } from "../../database/database.ts";
import { count } from "../../database/shape.ts";
import { identifier, relation, type Sql } from "../../database/sql-text.ts";
import { customersTable } from "../../datasets/dataset.ts";
import { answerInWords, answerOf } from "../../profiles/answer-of.ts";
import { formsOf } from "../../profiles/forms-of.ts";
import { type Level, levelsOf } from "../../profiles/levels-of.ts";
import type { FieldProfile, Role } from "../../vocabulary.ts";
import type { AnalysisInput } from "../analysis-input.ts";
import { onlyTheDayCounts, triggerMoment, whenItCounts } from "./trigger-form.ts";

/** The least of a field with a role that gives the goal the same answer for every customer. */
export interface RoleForm {
  readonly level: Level;
  readonly role: Extract<Role, "consent" | "suppression" | "trigger">;
  /** records on which field and form were compared; they differed on none */
  readonly records: number;
}

/** What the role reads of the field, and what it would read of the form. */
interface Readings {
  readonly level: Level;
  readonly role: RoleForm["role"];
  readonly one: Sql;
  readonly other: Sql;
  /** the role acts on the field; where it never does, its values are not understood, and stay as they are */
  readonly acts: Sql;
}

type Input = Pick<AnalysisInput, "dataset" | "profiles" | "resolved" | "strategy" | "asOf">;

/**
 * Fields of the customers table of which a role needs less than they hold (method §5.1, rule 4), by name. Only fields with one
 * role that nothing else in the goal reads, and only where both readings are the same on every record.
 */
export async function findRoleForms(
  database: Database,
  input: Input,
  signal?: AbortSignal,
): Promise<Map<string, RoleForm>> {
  const { dataset, profiles } = input;
  const table = customersTable(dataset);
  const customers = relation(dataset.schema, table.name);
  const forms = new Map<string, RoleForm>();
  for (const profile of profiles.filter((one) => one.table === table.name)) {
    for (const { level, role, ...names } of readingsOf(database, input, profile)) {
      const counts = await database.row(
        "evidence/form-differences",
        { differing: count, acted: count },
        { names: { customers, ...names }, signal },
      );
      if (counts.differing > 0 || counts.acted === 0 || forms.has(profile.name)) continue;
      forms.set(profile.name, { level, role, records: table.records });
    }
  }
  return forms;
}

function readingsOf(database: Database, input: Input, profile: FieldProfile): Readings[] {
  const role = onlyRole(input, profile);
  if (role === "trigger") return triggerReadings(database, input, profile);
  const level = formsOf(profile).find(({ key }) => key === "yes-no");
  const isAnswer = role === "consent" || (role === "suppression" && profile.type !== "text");
  if (!level || !isAnswer) return [];
  const one = answerOf(database, profile);
  const other = answerInWords(database, level.expression(database, profile.name));
  return [{ level, role, one, other, acts: one }];
}

function triggerReadings(database: Database, input: Input, profile: FieldProfile): Readings[] {
  const level = [...formsOf(profile), ...levelsOf(profile)].find(({ key }) => key === "day-of-year" || key === "day");
  const { asOf, resolved } = input;
  const { trigger } = resolved;
  if (!level || trigger?.kind !== "date" || asOf === null) return [];
  const isYearly = profile.meaning === "birth-date";
  if (!isYearly && !onlyTheDayCounts(input)) return [];
  const reading = (field: Sql) => {
    const moment = triggerMoment(database, { field, offsetMinutes: trigger.offsetMinutes, asOf, isYearly });
    return isYearly ? moment : whenItCounts(database, moment, resolved, asOf);
  };
  return [
    {
      level,
      role: "trigger",
      one: reading(identifier(profile.name)),
      other: reading(level.expression(database, profile.name)),
      acts: database.fragment("actionability/field-filled", { field: profile.name }),
    },
  ];
}

/** The field's one role; null where it has several, or where a condition or another field's age reads it too. */
function onlyRole({ resolved, dataset, strategy }: Input, { table, name }: FieldProfile): Role | null {
  const is = (ref: { readonly table: string; readonly field: string }) => ref.table === table && ref.field === name;
  const roles = new Set(resolved.roles.filter(is).map(({ role }) => role));
  const [role] = roles;
  const read = [
    ...resolved.audienceFields,
    ...resolved.holdBackFields,
    ...(resolved.outcome?.fields ?? []),
    ...(resolved.trigger?.kind === "condition" ? resolved.trigger.fields : []),
  ];
  const clocks = [customersTable(dataset).layout.updated, ...strategy.fields.map(({ updated }) => updated)];
  const isClock = clocks.includes(name) || clocks.includes(`${table}.${name}`);
  return role && roles.size === 1 && !read.some(is) && !isClock ? role : null;
}
