import type { GoalActionability } from "../../actionability/goal-actionability.ts";
import { plainDuration } from "../../evidence/plain-words.ts";
import { capital, thousands } from "../say-figures.ts";

export interface GoalAges {
  readonly heading: string;
  readonly sentence: string;
  readonly note: string;
  readonly alt: string;
  readonly unit: string;
  readonly bars: readonly {
    readonly label: string;
    readonly count: string;
    readonly width: number;
    readonly late: boolean;
  }[];
}

/** How old the readings are that a goal lives on. Null where none is too old: then nobody is lost there. */
export function goalAges(
  goal: GoalActionability,
  labelOf: (field: { table: string; name: string }) => string,
): GoalAges | null {
  const { ages, agesOf, unit } = goal;
  if (!ages.length || !agesOf) return null;
  const most = Math.max(1, ...ages.map(({ count }) => count));
  const old = ages.filter(({ late }) => late).reduce((sum, { count }) => sum + count, 0);
  if (old === 0) return null;
  const all = ages.reduce((sum, { count }) => sum + count, 0);
  const each = unit === "trigger" ? "triggers" : "customers";
  const label = labelOf(agesOf);
  const window = plainDuration(agesOf.maxAgeMinutes);
  return {
    heading: `Where we lose them: how old “${label}” is`,
    sentence: `For ${thousands(old)} of ${thousands(all)} ${each} the value is older than ${window}, the most this goal can use.`,
    note: [
      agesOf.batch ? `${capital(agesOf.batch)}.` : "",
      agesOf.unknown ? `For ${thousands(agesOf.unknown)} more nothing says how old it is.` : "",
    ]
      .filter(Boolean)
      .join(" "),
    alt: `Bar chart of the age of ${label}: ${ages.map(({ label: age, count }) => `${thousands(count)} ${age}`).join(", ")}.`,
    unit: unit === "trigger" ? "Triggers" : "Customers",
    bars: ages.map(({ label: age, count, late }) => ({
      label: age,
      count: thousands(count),
      width: Math.round((count / most) * 1000) / 10,
      late,
    })),
  };
}
