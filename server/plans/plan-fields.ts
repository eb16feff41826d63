import type { Database } from "../database/database.ts";
import type { FieldProfile, FieldVerdict } from "../vocabulary.ts";
import { type FieldPlan, planField } from "./plan-field.ts";

/** What to do with every field, over all the goals that the verdicts are of. In the order of the profiles. */
export function planFields(
  database: Pick<Database, "fragment">,
  profiles: readonly FieldProfile[],
  verdicts: readonly FieldVerdict[],
): FieldPlan[] {
  const key = (table: string, name: string) => JSON.stringify([table, name]);
  const byField = new Map<string, FieldVerdict[]>(profiles.map(({ table, name }) => [key(table, name), []]));
  for (const verdict of verdicts) byField.get(key(verdict.table, verdict.name))?.push(verdict);
  return profiles.map((profile) => planField(database, profile, byField.get(key(profile.table, profile.name)) ?? []));
}
