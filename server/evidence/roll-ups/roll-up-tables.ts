import type { Database } from "../../database/database.ts";
import { literal, type Sql } from "../../database/sql-text.ts";
import { customersTable, fieldOf } from "../../datasets/dataset.ts";
import type { ResolvedGoal } from "../../goals/resolved-goal.ts";
import type { Dataset, Table } from "../../vocabulary.ts";

/** A table whose records can be summed up per customer. */
export interface JoinedTable {
  readonly table: Table;
  readonly key: string;
  /** the field of the customers table that the key matches */
  readonly customer: string;
  /** when a record happened; null where the table has no time */
  readonly at: string | null;
  /** the last moment that counts; null where there is no line to draw */
  readonly cutOff: string | null;
  readonly within: Sql;
  readonly beforeOutcome: boolean;
}

/** The events and reference tables that can be joined to the customers, each with its cut-off (method, roll-ups). */
export function joinedTables(
  database: Database,
  dataset: Dataset,
  outcome: ResolvedGoal["outcome"],
  asOf: string | null,
): JoinedTable[] {
  const own = customersTable(dataset).layout.key;
  const ofOutcome = outcome && "cutOff" in outcome.as ? outcome.as.cutOff : null;
  return dataset.tables.flatMap((table): JoinedTable[] => {
    const { key, joins } = table.layout;
    const customer = joins ?? own;
    const rolls = table.kind === "events" || table.kind === "reference";
    if (!rolls || key === null || customer === null) return [];
    const at = timeOf(table);
    const cutOff = at === null ? null : (ofOutcome ?? asOf);
    return [
      {
        table,
        key,
        customer,
        at,
        cutOff,
        within: withinCutOff(database, at, cutOff),
        beforeOutcome: at !== null && ofOutcome !== null,
      },
    ];
  });
}

/** Boolean over a table: did the record happen up to the cut-off? A record without a time did not, as far as anybody knows. */
export function withinCutOff(database: Database, at: string | null, cutOff: string | null): Sql {
  return at === null || cutOff === null
    ? database.fragment("evidence/every-record")
    : database.fragment("evidence/roll-up-within", { at, cut_off: literal(cutOff) });
}

export function timeOf(table: Table): string | null {
  const { at } = table.layout;
  const type = at === null ? undefined : fieldOf(table, at)?.type;
  return type === "date" || type === "time" ? at : null;
}
