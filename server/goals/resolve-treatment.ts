import type { Database } from "../database/database.ts";
import { customersTable } from "../datasets/dataset.ts";
import { UserError } from "../errors.ts";
import type { Dataset, Treatment } from "../vocabulary.ts";
import { needCustomerField } from "./need-field.ts";
import type { ResolvedOutcome, ResolvedTreatment } from "./resolved-goal.ts";
import { valueCondition } from "./value-condition.ts";

/** Finds who got the offer. Throws UserError where the field or the value is missing, or where it is the outcome itself. */
export async function resolveTreatment(
  database: Database,
  dataset: Dataset,
  treatment: Treatment,
  outcome: ResolvedOutcome | null,
): Promise<ResolvedTreatment> {
  const field = needCustomerField(dataset, treatment.field, "Who got the offer");
  const ref = { table: customersTable(dataset).name, field: field.name };
  if (outcome?.fields.some((own) => own.table === ref.table && own.field === ref.field)) {
    throw new UserError(
      `Who got the offer and the outcome are both told by ${field.name}. Name another field for one.`,
    );
  }
  const { value, label, expression } = await valueCondition(database, dataset, field, treatment.is);
  return { as: { field: field.name, is: value }, label, expression, fields: [ref] };
}
