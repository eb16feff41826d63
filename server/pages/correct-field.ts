import type { Request } from "express";
import { customersTable } from "../datasets/dataset.ts";
import { dropPart, keepPart } from "../goals/strategy-store.ts";
import { isMeaning } from "../profiles/meanings.ts";
import type { FieldProfile, FieldSetting, Origin, Sensitivity } from "../vocabulary.ts";
import { type CorrectionForm, formOf, settingOf, type WrittenCorrection } from "./field-correction.ts";
import { fieldOfPath } from "./field-of-path.ts";
import { showField } from "./field-page.ts";
import { openProfiles } from "./open-dataset.ts";
import { formPart, type Page } from "./site.ts";
import { urls } from "./urls.ts";
import { rememberWho } from "./who.ts";
import { originWords, sensitivityWords } from "./words.ts";

/** Keeps what a person says of a field. It sticks: nothing that Winnow recognises later replaces it. */
export const correctField: Page = async (site, request, response) => {
  const open = await openProfiles(site, request, response);
  if (!open) return;
  const { table, profile } = fieldOfPath(request, open);
  const { database, now } = site.workbench;
  const { slug } = open.dataset;
  const here = (done?: string) => urls.field(slug, table.slug, profile.slug, { done });
  const setting = settingOf(open, profile);
  if (formPart(request, "act") === "take-back") {
    if (setting) await dropPart(database, slug, "fields", setting);
    return response.redirect(303, here("taken-back"));
  }
  const written = writtenOf(request, profile);
  const errors = faultsOf(written);
  if (errors.length) {
    return showField(site, request, response, open, formOf(written, errors, setting, here()));
  }
  const name = table === customersTable(open.dataset) ? profile.name : `${table.name}.${profile.name}`;
  const at = now().toISOString().slice(0, 10);
  const kept = { ...setting, field: setting?.field ?? name, ...changes(written, profile), by: written.by, at };
  await keepPart(database, slug, "fields", kept);
  rememberWho(response, written.by);
  response.redirect(303, here("corrected"));
};

function writtenOf(request: Request, profile: FieldProfile): WrittenCorrection {
  return {
    meaning: formPart(request, "meaning") ?? profile.meaning,
    sensitivity: formPart(request, "sensitivity") ?? profile.sensitivity,
    origin: formPart(request, "origin") ?? profile.origin,
    by: formPart(request, "by") ?? "",
  };
}

function faultsOf({ meaning, sensitivity, origin, by }: WrittenCorrection): CorrectionForm["errors"] {
  const faults = [
    isMeaning(meaning) ? null : { text: "Choose what the field is from the list", href: "#meaning" },
    Object.hasOwn(sensitivityWords, sensitivity)
      ? null
      : { text: "Choose how sensitive it is from the list", href: "#sensitivity" },
    Object.hasOwn(originWords, origin) ? null : { text: "Choose where it came from from the list", href: "#origin" },
    by === "" ? { text: "Say who corrects it", href: "#by" } : null,
    by.length > 80 ? { text: "Keep the name or role under 80 letters", href: "#by" } : null,
  ];
  return faults.filter((fault) => fault !== null);
}

/** Only what differs from what stands: a correction of the meaning leaves the rest to be recognised anew. */
function changes(written: WrittenCorrection, profile: FieldProfile): Partial<FieldSetting> {
  return {
    ...(written.meaning !== profile.meaning ? { meaning: written.meaning } : {}),
    ...(written.sensitivity !== profile.sensitivity ? { sensitivity: written.sensitivity as Sensitivity } : {}),
    ...(written.origin !== profile.origin ? { origin: written.origin as Origin } : {}),
  };
}
