import type { Database, Session } from "../database/database.ts";
import { customersTable } from "../datasets/dataset.ts";
import type { ResolvedGoal, RoleField } from "../goals/resolved-goal.ts";
import type { Dataset, FieldProfile, FieldRef, FieldSetting, Role, Table } from "../vocabulary.ts";

/** What one measurement works on. Its temporary tables live in `session` and go with it. */
export interface Inquiry {
  readonly database: Database;
  readonly session: Session;
  readonly dataset: Dataset;
  readonly customers: Table;
  readonly profiles: readonly FieldProfile[];
  readonly goal: ResolvedGoal;
  readonly needed: readonly FieldRef[];
  readonly fieldSettings: readonly FieldSetting[];
  /** fields that say how it ended, for whichever goal */
  readonly afterwards?: readonly FieldRef[] | undefined;
  readonly asOf: string | null;
  /** filled as the measurement goes */
  readonly warnings: string[];
}

export function openInquiry(parts: Omit<Inquiry, "customers" | "warnings">): Inquiry {
  return { ...parts, customers: customersTable(parts.dataset), warnings: [...parts.goal.warnings] };
}

/** The goal's fields in a role that stand in the customers table. */
export function rolesOfCustomers(inquiry: Inquiry, role: Role): readonly RoleField[] {
  return inquiry.goal.roles.filter((field) => field.role === role && field.table === inquiry.customers.name);
}

export function profileOf(inquiry: Inquiry, ref: FieldRef): FieldProfile | undefined {
  return inquiry.profiles.find((profile) => profile.table === ref.table && profile.name === ref.field);
}

/** The name that marketers read. */
export function labelOf(inquiry: Inquiry, ref: FieldRef): string {
  return profileOf(inquiry, ref)?.label ?? ref.field;
}

export function sameField(one: FieldRef, other: FieldRef): boolean {
  return one.table === other.table && one.field === other.field;
}
