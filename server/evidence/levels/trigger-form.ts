import type { Database } from "../../database/database.ts";
import { literal, type Sql } from "../../database/sql-text.ts";
import { customersTable } from "../../datasets/dataset.ts";
import type { ResolvedGoal } from "../../goals/resolved-goal.ts";
import type { AnalysisInput } from "../analysis-input.ts";

const day = 1_440;

/**
 * Does the hour of a trigger play no part? Windows of a day and more, no quiet hours, and nothing else with a time that is
 * held against it: no arrival, no history of consents or events, no field whose age counts.
 */
export function onlyTheDayCounts({
  dataset,
  resolved,
  strategy,
}: Pick<AnalysisInput, "dataset" | "resolved" | "strategy">): boolean {
  const { quiet, windowMinutes, reactionMinutes, roles } = resolved;
  const isLong = windowMinutes === null || windowMinutes - reactionMinutes >= day;
  const isAlone = dataset.tables.every(({ kind }) => kind === "customers" || kind === "reference");
  const isAged =
    customersTable(dataset).layout.updated !== null || strategy.fields.some(({ updated }) => updated !== undefined);
  return quiet === null && isLong && isAlone && !isAged && !roles.some(({ role }) => role === "arrival");
}

interface Triggering {
  readonly field: Sql;
  readonly offsetMinutes: number;
  readonly asOf: string;
  readonly isYearly: boolean;
}

/** The moment that a date of the customers table points at, as actionability counts it. */
export function triggerMoment(
  database: Pick<Database, "fragment">,
  { field, offsetMinutes, asOf, isYearly }: Triggering,
): Sql {
  const names = {
    moment: database.fragment("actionability/field-moment", { field }),
    minutes: literal(offsetMinutes),
  };
  return isYearly
    ? database.fragment("actionability/last-anniversary", { ...names, as_of: timeLiteral(database, asOf) })
    : database.fragment("actionability/moved-moment", names);
}

/** Whether the moment is there by the as-of time, within the look-back, with its window closed. */
export function whenItCounts(
  database: Pick<Database, "fragment">,
  moment: Sql,
  { lookBackMinutes, windowMinutes }: Pick<ResolvedGoal, "lookBackMinutes" | "windowMinutes">,
  asOf: string,
): Sql {
  return database.fragment("evidence/trigger-counts", {
    moment,
    as_of: timeLiteral(database, asOf),
    look_back: literal(lookBackMinutes ?? 90 * day),
    window: literal(windowMinutes ?? 0),
  });
}

function timeLiteral(database: Pick<Database, "fragment">, time: string): Sql {
  return database.fragment("actionability/moment-of-data", { as_of: literal(time) });
}
