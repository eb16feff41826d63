import type { FieldProfile, FieldSetting } from "../vocabulary.ts";
import { classifySensitivity } from "./classify-sensitivity.ts";
import { cluesOf } from "./clues.ts";
import type { FieldFacts } from "./field-facts.ts";
import type { FieldPlace } from "./field-place.ts";
import { findOrigin } from "./find-origin.ts";
import { labelField } from "./label-field.ts";
import { meaningOf } from "./meanings.ts";
import { recogniseMeaning } from "./recognise-meaning.ts";

/** What a field is, as opposed to what was counted. */
export type NamedField = Pick<
  FieldProfile,
  "label" | "meaning" | "meaningReason" | "sensitivity" | "sensitivityReason" | "origin" | "originReason" | "corrected"
>;

/** Meaning, sensitivity and origin, each with its reason. A person's setting wins over what was recognised. */
export function nameField(place: FieldPlace, facts: FieldFacts, setting: FieldSetting | undefined): NamedField {
  const clues = cluesOf(place, facts);
  const recognised = recogniseMeaning(clues);
  const meaning = setting?.meaning ?? recognised.code;
  const sensitivity = classifySensitivity(meaning, clues);
  const origin = findOrigin(meaning, clues);
  const by = setting?.by ? `Set by ${setting.by}` : "Set by hand";
  const read = meaningOf(recognised.code).label.toLowerCase();
  return {
    label: labelField(meaning, clues),
    meaning,
    meaningReason: setting?.meaning ? `${by}; we had read it as ${read}.` : recognised.reason,
    sensitivity: setting?.sensitivity ?? sensitivity.is,
    sensitivityReason: setting?.sensitivity ? `${by}; we had classed it as ${sensitivity.is}.` : sensitivity.reason,
    origin: setting?.origin ?? origin.is,
    originReason: setting?.origin ? `${by}; we had taken it as ${origin.is}.` : origin.reason,
    corrected: (["meaning", "sensitivity", "origin"] as const).filter((part) => setting?.[part] !== undefined),
  };
}

/** Values that point at one person, and secrets, are never listed. */
export function hidesValues({ sensitivity, meaning }: NamedField): boolean {
  return sensitivity === "identifying" || meaningOf(meaning).direct;
}

const nominal = new Set(
  "record-id order-id product store campaign channel plan segment category region postcode device-model purpose event-kind".split(
    " ",
  ),
);

/** A number that only names something has no middle and no ends. */
export function isNominal({ meaning }: NamedField): boolean {
  return meaningOf(meaning).direct || nominal.has(meaning);
}
