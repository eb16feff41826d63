import type { GoalAnalysis } from "../evidence/goal-analysis.ts";
import type { FieldProfile, FieldVerdict } from "../vocabulary.ts";
import { of100 } from "./words.ts";

export interface ComparedLevels {
  /** "Leavers" */
  readonly people: string;
  readonly rows: readonly ComparedLevel[];
}

export interface ComparedLevel {
  readonly label: string;
  readonly chosen: boolean;
  /** of 100; a dash where it was not measured */
  readonly found: string;
  readonly singledOut: string;
}

/** What each level that was measured finds and whom it singles out; null where the field was tested at one level only. */
export function compareLevels(
  { levels }: Pick<GoalAnalysis, "levels">,
  { table, name }: Pick<FieldProfile, "table" | "name">,
  { keepAs }: Pick<FieldVerdict, "keepAs">,
  people: string,
): ComparedLevels | null {
  const measured = levels.find((one) => one.table === table && one.name === name);
  if (!measured) return null;
  return {
    people: people.charAt(0).toUpperCase() + people.slice(1),
    rows: measured.rows.map(({ level, label, found, risk }) => ({
      label,
      chosen: level !== null && level === keepAs,
      found: found ? of100(found.value) : "–",
      singledOut: of100(risk.singledOutShare),
    })),
  };
}
