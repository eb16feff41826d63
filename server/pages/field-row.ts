import { meaningOf } from "../profiles/meanings.ts";
import type { FieldProfile, Sensitivity } from "../vocabulary.ts";
import { type FieldSketch, sketchField } from "./field-sketch.ts";
import { urls } from "./urls.ts";
import { ageWords, sensitivityWords } from "./words.ts";

export interface Fill {
  readonly percent: number;
  readonly label: string;
  readonly low: boolean;
}

export interface FreshnessWords {
  readonly tone: "ok" | "old" | "none";
  readonly label: string;
}

/** One field in the list, its words ready to print. */
export interface FieldRow {
  readonly label: string;
  readonly name: string;
  readonly href: string;
  readonly sensitivity: Sensitivity;
  readonly sensitivityLabel: string;
  readonly fill: Fill;
  readonly fresh: FreshnessWords;
  readonly sketch: FieldSketch;
  /** what the find box looks at, lower case */
  readonly find: string;
}

/** Half a year: what is older was written down in another season. */
export const oldMinutes = 182 * 1440;

const lasting = new Set(["birth-date", "birth-year", "customer-id", "full-name", "first-name", "last-name", "gender"]);

export function rowOf(dataset: string, tableSlug: string, profile: FieldProfile): FieldRow {
  return {
    label: profile.label,
    name: profile.name,
    href: urls.field(dataset, tableSlug, profile.slug),
    sensitivity: profile.sensitivity,
    sensitivityLabel: sensitivityWords[profile.sensitivity],
    fill: fillOf(profile),
    fresh: freshnessOf(profile),
    sketch: sketchField(profile),
    find: findText(profile),
  };
}

export function findText({ label, name, meaning }: FieldProfile): string {
  return `${label} ${name} ${meaningOf(meaning).label}`.toLowerCase();
}

export function fillShare({ filled, records }: FieldProfile): number {
  return records === 0 ? 0 : filled / records;
}

export function fillOf(profile: FieldProfile): Fill {
  const share = fillShare(profile);
  const rounded = Math.round(share * 100);
  const percent = share > 0 && share < 1 ? Math.min(99, Math.max(1, rounded)) : rounded;
  return { percent, label: `${share > 0 && share < 0.01 ? "under 1" : percent}%`, low: share < 0.5 };
}

export function freshnessOf({ freshness, meaning }: FieldProfile): FreshnessWords {
  if (freshness) {
    const { medianAgeMinutes: age } = freshness;
    return { tone: age >= oldMinutes ? "old" : "ok", label: age < 1 ? "live" : `${ageWords(age)} ago` };
  }
  return { tone: "none", label: lasting.has(meaning) ? "does not change" : "not measured" };
}
