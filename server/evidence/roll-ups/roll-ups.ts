import type { Sql } from "../../database/sql-text.ts";
import { customersTable } from "../../datasets/dataset.ts";
import type { Engine } from "../../jobs/engine.ts";
import type { BinnedField } from "../../model/model-input.ts";
import type { Sensitivity } from "../../vocabulary.ts";
import type { AnalysisInput } from "../analysis-input.ts";
import type { ReadField } from "../encoding/field-reader.ts";
import type { FieldFacts } from "../field-facts.ts";
import { notPermitted } from "../rules/not-permitted.ts";
import { stale } from "../rules/stale.ts";
import { planRollUps } from "./plan-roll-ups.ts";
import { fieldName, type RolledTable, type RollUp } from "./roll-up.ts";
import { rollUpKinds } from "./roll-up-kinds.ts";
import { readRollUp, rollUpRelation } from "./roll-up-relation.ts";
import { joinedTables } from "./roll-up-tables.ts";
import { type Screened, screenRollUps } from "./screen-roll-ups.ts";

/** What the other tables add up to for each customer, ready to be read beside the fields of the customers table. */
export interface RollUps {
  readonly tables: readonly RolledTable[];
  readonly byName: ReadonlyMap<string, RollUp>;
  /** the customers table with the roll-ups as columns */
  readonly relation: Sql;
  readonly read: readonly ReadField[];
  readonly sensitivity: ReadonlyMap<string, Sensitivity>;
}

/**
 * Plans the roll-ups of every events and reference table that joins to the customers. Fields that are not permitted, too
 * old or answered to be known only afterwards are not summed up.
 * @param late is the field, as the strategy names it, known only afterwards?
 */
export async function prepareRollUps(
  { database }: Engine,
  { dataset, resolved, asOf }: AnalysisInput,
  facts: readonly FieldFacts[],
  late: (name: string) => boolean,
  signal?: AbortSignal,
): Promise<RollUps> {
  const customers = customersTable(dataset);
  const taken = new Set(customers.fields.map(({ name }) => name));
  const tables: RolledTable[] = [];
  for (const joined of joinedTables(database, dataset, resolved.outcome, asOf)) {
    const { name } = joined.table;
    const usable = facts.filter(
      (one) =>
        one.profile.table === name && !isBarred(one) && !late(fieldName({ table: name, field: one.profile.name })),
    );
    const profiles = new Map(usable.map(({ profile }) => [profile.name, profile]));
    const kinds = await rollUpKinds(database, dataset, joined, signal);
    tables.push(planRollUps(database, joined, { profiles, kinds, customers: customers.records, taken }));
  }
  const all = tables.flatMap(({ rollUps }) => rollUps);
  const sensitivities = new Map(
    facts.map(({ profile, sensitivity }) => [fieldName({ table: profile.table, field: profile.name }), sensitivity]),
  );
  return {
    tables,
    byName: new Map(all.map((rollUp) => [rollUp.name, rollUp])),
    relation: rollUpRelation(database, dataset, tables),
    read: all.map(readRollUp),
    sensitivity: new Map(all.map(({ name, of }) => [name, sensitivities.get(fieldName(of)) ?? "none"])),
  };
}

/** The encoded fields with only those roll-ups that the model takes up, and why the others stay out. */
export function takeRollUps(
  { byName }: RollUps,
  fields: readonly BinnedField[],
): { readonly fields: BinnedField[]; readonly screened: Screened } {
  const [rolled, own] = [fields.filter(({ name }) => byName.has(name)), fields.filter(({ name }) => !byName.has(name))];
  const screened = screenRollUps([...byName.values()], rolled, own);
  return { fields: [...own, ...rolled.filter(({ name }) => screened.kept.has(name))], screened };
}

/** The name under which a field is asked about: of a roll-up, the field it comes from. */
export function askedName({ byName }: RollUps, name: string): string {
  const rollUp = byName.get(name);
  return rollUp ? fieldName(rollUp.of) : name;
}

/** Roll-ups that end before the outcome's window: their time proves that they are known before it. */
export function provenBefore({ tables }: RollUps): ReadonlySet<string> {
  return new Set(
    tables.filter(({ beforeOutcome }) => beforeOutcome).flatMap(({ rollUps }) => rollUps.map(({ name }) => name)),
  );
}

function isBarred(facts: FieldFacts): boolean {
  return [notPermitted, stale].some((rule) => rule.weigh(facts) !== undefined);
}
