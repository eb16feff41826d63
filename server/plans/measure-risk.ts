import type { Database } from "../database/database.ts";
import { countExposed, type Exposed } from "../profiles/count-exposed.ts";
import { countGroups } from "../profiles/count-groups.ts";
import { levelNamed } from "../profiles/forms-of.ts";
import { identifyingFields } from "../profiles/identifying-fields.ts";
import type { Dataset, FieldProfile, FieldRef, Risk } from "../vocabulary.ts";
import type { FieldPlan } from "./plan-field.ts";

export interface PlanRisk {
  readonly identifyingFields: readonly FieldRef[];
  readonly before: Risk;
  /** null when no goal is supported: then there is no plan to count on */
  readonly after: Risk | null;
  /** customers whom the plan still leaves in groups under the strategy's k; null where there is no plan to count on */
  readonly exposed: Exposed | null;
}

/** Who can be singled out today and with the plan: the same fields, the same people, every record (method §7). */
export async function measureRisk(
  database: Database,
  dataset: Dataset,
  profiles: readonly FieldProfile[],
  plan: readonly FieldPlan[],
  { anySupported, k }: { readonly anySupported: boolean; readonly k: number },
): Promise<PlanRisk> {
  const fields = identifyingFields(profiles);
  const before = await countGroups(
    database,
    dataset,
    fields.map(({ field }) => ({ field })),
  );
  if (!anySupported) return { identifyingFields: fields, before, after: null, exposed: null };
  const held = fields.flatMap(({ table, field }) => {
    const planned = plan.find((one) => one.table === table && one.name === field);
    if (planned?.action === "drop") return [];
    const profile = profiles.find((one) => one.table === table && one.name === field);
    const level = profile && levelNamed(profile, planned?.keepAs?.level);
    return [level ? { field, level } : { field }];
  });
  const after = await countGroups(database, dataset, held);
  return { identifyingFields: fields, before, after, exposed: await countExposed(database, dataset, held, k) };
}
