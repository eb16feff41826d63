import { meaningOf } from "../profiles/meanings.ts";
import type { FieldProfile } from "../vocabulary.ts";
import { fillShare } from "./field-row.ts";
import type { LevelRisks } from "./group-risk.ts";
import { of100, ofEvery100 } from "./words.ts";

/** What to know first about a field, as one sentence. `customers`: it belongs to the customers table. */
export function fieldHeadline(profile: FieldProfile, customers: boolean): string {
  const { label, filled, distinct, meaning, sensitivity, singledOutAlone, records } = profile;
  if (filled === 0) return `${label} is empty`;
  if (distinct === 1) return `${label} is the same for everybody`;
  if (sensitivity === "special") return `${label} is specially protected`;
  if (meaningOf(meaning).direct) return `${label} points to one person`;
  if (!customers) return `${label}, filled in ${ofEvery100(fillShare(profile))} records`;
  if (singledOutAlone > 0) return `${label} singles out ${ofEvery100(singledOutAlone / records)} customers`;
  if (fillShare(profile) < 0.5) return `${label} is empty for ${of100(1 - fillShare(profile))} of every 100 customers`;
  return `${label} singles out nobody on its own`;
}

/** What could be done about it, or null where nothing is counted. */
export function fieldLead(risks: LevelRisks | null): string | null {
  const exact = risks?.levels.find(({ level }) => level === null);
  const levels = risks?.levels.filter(({ level }) => level !== null && level !== "drop") ?? [];
  if (!exact || exact.alone === 0 || !levels.length) return null;
  const least = levels.reduce((best, one) => (one.alone < best.alone ? one : best));
  if (least.alone >= exact.alone) return "A coarser version would single out just as many.";
  const who = least.alone === 0 ? "nobody" : `${of100(least.alone)} of every 100`;
  return `Kept as “${least.label.toLowerCase()}” it would single out ${who} on its own.`;
}
