import type { Request } from "express";
import { customersTable } from "../datasets/dataset.ts";
import { meanings } from "../profiles/meanings.ts";
import type { FieldProfile, FieldSetting } from "../vocabulary.ts";
import type { ProfiledDataset } from "./open-dataset.ts";
import { whoOf } from "./who.ts";
import { originWords, sensitivityWords } from "./words.ts";

interface Choice {
  readonly value: string;
  readonly label: string;
  readonly chosen: boolean;
}

export interface CorrectionForm {
  readonly action: string;
  readonly errors: readonly { readonly text: string; readonly href: string }[];
  readonly meanings: readonly Choice[];
  readonly sensitivities: readonly Choice[];
  readonly origins: readonly Choice[];
  readonly by: string;
  readonly corrected: boolean;
  readonly correctedBy: string | null;
}

export interface WrittenCorrection {
  readonly meaning: string;
  readonly sensitivity: string;
  readonly origin: string;
  readonly by: string;
}

export function correctionForm(
  request: Request,
  open: ProfiledDataset,
  profile: FieldProfile,
  action: string,
): CorrectionForm {
  return formOf({ ...profile, by: whoOf(request) }, [], settingOf(open, profile), action);
}

/** The form, filled in with what was written. */
export function formOf(
  written: WrittenCorrection,
  errors: CorrectionForm["errors"],
  setting: FieldSetting | undefined,
  action: string,
): CorrectionForm {
  const choices = (words: Readonly<Record<string, string>>, chosen: string) =>
    Object.entries(words).map(([value, label]) => ({ value, label, chosen: value === chosen }));
  return {
    action,
    errors,
    meanings: meanings.map(({ code, label }) => ({ value: code, label, chosen: code === written.meaning })),
    sensitivities: choices(sensitivityWords, written.sensitivity),
    origins: choices(originWords, written.origin),
    by: written.by,
    corrected: setting !== undefined,
    correctedBy: setting?.by ?? null,
  };
}

/** What a person corrected of a field before. */
export function settingOf({ dataset, strategy }: ProfiledDataset, profile: FieldProfile): FieldSetting | undefined {
  const full = `${profile.table}.${profile.name}`;
  const own = profile.table === customersTable(dataset).name;
  return strategy.fields.find(({ field }) => field === full || (own && field === profile.name));
}
