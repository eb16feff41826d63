import { count } from "../../database/shape.ts";
import { identifier, literal, relation, type Sql } from "../../database/sql-text.ts";
import { customersTable } from "../../datasets/dataset.ts";
import type { Engine } from "../../jobs/engine.ts";
import type { AnalysisInput } from "../analysis-input.ts";
import type { EncodeOptions } from "../encoding/encode-fields.ts";
import type { FieldFacts } from "../field-facts.ts";

/** What was written down after the outcome was known (method §2.6 a). */
export interface UpdatedAfter {
  /** fields with an update time of their own that lies after the outcome too often */
  readonly fields: ReadonlySet<string>;
  /** where the whole record has one that does, the share of the customers with the outcome: which field changed nobody can tell */
  readonly records: number | null;
}

/** Of the customers with the outcome, more than this make it a sign. */
const mostAfter = 0.05;

/** Only timing proves a leak: this looks at it, where both the outcome and the fields have a time. */
export async function updatedAfter(
  { database }: Engine,
  { dataset, resolved }: AnalysisInput,
  facts: readonly FieldFacts[],
  { audience, signal }: Pick<EncodeOptions, "audience" | "signal">,
): Promise<UpdatedAfter> {
  const { outcome } = resolved;
  const customers = customersTable(dataset);
  const known = outcome && momentOf(outcome);
  if (!known || outcome.kind !== "yes-no") return { fields: new Set(), records: null };
  const shareAfter = async (updated: string): Promise<number> => {
    const counted = await database.row(
      "evidence/updated-after",
      { updated: count, afterwards: count },
      {
        names: {
          customers: relation(dataset.schema, customers.name),
          audience: audience ?? database.fragment("evidence/everyone"),
          outcome: outcome.expression,
          updated,
          known,
        },
        signal,
      },
    );
    return counted.updated ? counted.afterwards / counted.updated : 0;
  };
  const fields = new Set<string>();
  let records: number | null = null;
  for (const [updated, names] of byUpdate(facts, customers.name)) {
    const share = await shareAfter(updated);
    if (share <= mostAfter) continue;
    if (updated === customers.layout.updated) records = share;
    else for (const name of names) fields.add(name);
  }
  return { fields, records };
}

function momentOf({ as, at }: NonNullable<AnalysisInput["resolved"]["outcome"]>): Sql | null {
  if (at !== undefined) return identifier(at);
  return "cutOff" in as ? literal(as.cutOff) : null;
}

/** The fields by the field of the customers table that says when they were updated; it stands for itself as well. */
function byUpdate(facts: readonly FieldFacts[], customers: string): Map<string, string[]> {
  const fields = new Map<string, string[]>();
  for (const { profile } of facts) {
    const by = profile.freshness?.by;
    if (by?.table === customers) fields.set(by.field, [...(fields.get(by.field) ?? [by.field]), profile.name]);
  }
  return fields;
}
