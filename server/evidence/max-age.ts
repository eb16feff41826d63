import { parseDuration } from "../goals/duration.ts";
import type { FieldProfile } from "../vocabulary.ts";
import type { AnalysisInput } from "./analysis-input.ts";

const oneYear = 365 * 24 * 60;

/** How old a field's values may be for this goal, in minutes: as set, else the window for a trigger, else a year (method §9.4). */
export function maxAgeOf({ strategy, resolved }: AnalysisInput, profile: FieldProfile): number {
  const names = [profile.name, `${profile.table}.${profile.name}`];
  const set = strategy.fields.find(({ field }) => names.includes(field))?.maxAge;
  if (set) return parseDuration(set);
  const triggers = resolved.roles.some(
    ({ role, table, field }) => role === "trigger" && table === profile.table && field === profile.name,
  );
  return triggers ? Math.min(resolved.windowMinutes ?? oneYear, oneYear) : oneYear;
}
