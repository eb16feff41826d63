import { levelNamed } from "../../profiles/forms-of.ts";
import type { FieldProfile, Reason } from "../../vocabulary.ts";
import { fieldKey } from "../field-key.ts";
import { customersName, labelIn } from "../label-in.ts";
import { capital } from "../say-figures.ts";
import type { Glyph } from "../words.ts";
import { glyphOfAction, sensitivityMark } from "../words.ts";
import type { MinimizationInput } from "./minimization-input.ts";
import type { FieldForGoal, MinimizationReport, MinimizedField } from "./minimization-report.ts";

/** A field of the report with what a page needs to speak of it. */
export interface FieldLine {
  readonly field: MinimizedField;
  readonly profile: FieldProfile;
  readonly label: string;
  /** as the file writes it; fields of other tables than customers carry their table */
  readonly column: string;
  readonly glyph: Glyph;
  readonly mark: { readonly icon: string; readonly words: string } | null;
  readonly goals: readonly FieldForGoal[];
  /** why the combined verdict is what it is */
  readonly reason: Reason | null;
  readonly sentence: string;
  /** the level's name in words, where the field is kept coarser */
  readonly level: string | null;
}

/** Every field but the outcomes: those are measured with, never counted. */
export function fieldLines(input: MinimizationInput, report: MinimizationReport): readonly FieldLine[] {
  const profiles = new Map(input.profiles.map((profile) => [fieldKey(profile), profile]));
  const outcomes = new Set(
    input.goals
      .flatMap(({ outcome }) => outcome?.fields ?? [])
      .map(({ table, field }) => fieldKey({ table, name: field })),
  );
  const customers = customersName(input.dataset);
  return report.fields
    .filter((field) => !outcomes.has(fieldKey(field)))
    .flatMap((field) => {
      const profile = profiles.get(fieldKey(field));
      return profile ? [fieldLine(field, profile, customers)] : [];
    });
}

function fieldLine(field: MinimizedField, profile: FieldProfile, customers: string | undefined): FieldLine {
  const deciding = field.goals.find(({ verdict }) => verdict === field.verdict) ?? field.goals[0];
  return {
    field,
    profile,
    label: labelIn(profile, customers),
    column: field.table === customers ? field.name : `${field.table}.${field.name}`,
    glyph: glyphOfAction[field.action],
    mark: sensitivityMark[field.sensitivity],
    goals: field.goals,
    reason: deciding?.reason ?? null,
    sentence: deciding ? decidingSentence(deciding) : "",
    level: field.action === "coarsen" && field.keepAs ? levelLabel(profile, field.keepAs.level) : null,
  };
}

/** The evidence that decided; where a person did, who and why. */
export function decidingSentence({ decision, evidence }: FieldForGoal): string {
  const said = evidence[0]?.sentence ?? "";
  if (!decision || evidence[0]?.rule === "decision") return said;
  return capital(`${decision.by} decided: “${decision.reason}”`);
}

/** The level's name inside a sentence. */
export function levelLabel(profile: FieldProfile, level: string): string {
  const label = levelNamed(profile, level)?.label ?? level;
  return label.charAt(0).toLowerCase() + label.slice(1);
}
