import type { FieldProfile } from "../vocabulary.ts";
import { openProfiles } from "./open-dataset.ts";
import type { Page } from "./site.ts";

const columns = [
  "table",
  "name",
  "meaning",
  "meaningReason",
  "sensitivity",
  "origin",
  "records",
  "filled",
  "distinct",
  "approximate",
] as const satisfies readonly (keyof FieldProfile)[];

/** The list of fields as the contract's `profile` document. */
export const fieldsJson: Page = async (site, request, response) => {
  const open = await openProfiles(site, request, response);
  if (!open) return;
  const documents = open.profiles.map((profile) => ({
    ...Object.fromEntries(columns.map((column) => [column, profile[column]])),
    updated: profile.freshness?.latest ?? null,
  }));
  response.json({ profile: documents });
};

/** The same as a table: one line a field, quoted where a cell needs it. */
export const fieldsCsv: Page = async (site, request, response) => {
  const open = await openProfiles(site, request, response);
  if (!open) return;
  const rows = open.profiles.map((profile) => [
    ...columns.map((column) => profile[column]),
    profile.freshness?.latest ?? null,
  ]);
  const lines = [[...columns, "updated"], ...rows].map((cells) => cells.map(csvCell).join(","));
  response
    .attachment(`${open.dataset.slug}-fields.csv`)
    .type("text/csv")
    .send(`${lines.join("\r\n")}\r\n`);
};

/** A spreadsheet runs a cell that starts like a formula: a leading apostrophe keeps it text. */
export function csvCell(cell: string | number | boolean | null): string {
  const text = cell === null ? "" : String(cell);
  const safe = typeof cell === "string" && /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
