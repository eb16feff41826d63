import type { Dialect, Encoding, Separator } from "../datasets/dialect.ts";
import type { LoadFile } from "../datasets/load-dataset.ts";
import type { TableKind } from "../vocabulary.ts";
import type { UploadedFile } from "./uploads.ts";

/** What the preview's form says: a query or a posted body. */
export type Said = Readonly<Record<string, unknown>>;

export const kindNames = ["customers", "events", "consents", "reference"] as const satisfies readonly TableKind[];
export const encodingNames = ["utf-8", "windows-1252", "utf-16le", "utf-16be"] as const satisfies readonly Encoding[];
export const separatorNames = { comma: ",", semicolon: ";", tab: "\t", bar: "|" } as const satisfies Record<
  string,
  Separator
>;

/** The parts of a reading that a person can correct, by the name of their input. */
export const choiceNames = ["kind", "encoding", "separator", "header", "skip", "decimal", "dates", "empty"] as const;
export type ChoiceName = (typeof choiceNames)[number];

/** What a person chose for one file. What nobody touched is left to be found in the file anew. */
export type Choices = Readonly<Partial<Record<ChoiceName, string>>>;

export function inputName(choice: ChoiceName, number: number): string {
  return `${choice}-${number}`;
}

/** The choices that differ from what was shown when they were made, and those made before (`fixed-1`). */
export function choicesOf(said: Said, number: number): Choices {
  const fixed = textOf(said, `fixed-${number}`)?.split(" ") ?? [];
  const chosen = choiceNames.flatMap((choice): [ChoiceName, string][] => {
    const value = textOf(said, inputName(choice, number));
    const changed = value !== textOf(said, `${inputName(choice, number)}-was`);
    return value !== undefined && (changed || fixed.includes(choice)) ? [[choice, value]] : [];
  });
  return Object.fromEntries(chosen);
}

/** What was said, as the parts of an address. */
export function flat(said: Said): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(said).flatMap(([name, value]) => (typeof value === "string" ? [[name, value]] : [])),
  );
}

export function textOf(said: Said, name: string): string | undefined {
  const value = said[name];
  return typeof value === "string" ? value.trim() : undefined;
}

/** The file as it is to be read. A value that no input of ours offers is left out. */
export function readAs({ path, name }: UploadedFile, choices: Choices): LoadFile {
  const kind = kindNames.find((known) => known === choices.kind);
  const dialect = dialectOf(choices);
  return { path, name, ...(kind ? { kind } : {}), ...(Object.keys(dialect).length ? { dialect } : {}) };
}

function dialectOf(choices: Choices): Partial<Dialect> {
  const encoding = encodingNames.find((known) => known === choices.encoding);
  const separator = Object.entries(separatorNames).find(([name]) => name === choices.separator)?.[1];
  const skip = /^\d{1,4}$/.test(choices.skip ?? "") ? Number(choices.skip) : undefined;
  return {
    ...(encoding ? { encoding } : {}),
    ...(separator ? { separator } : {}),
    ...(choices.header ? { header: choices.header === "yes" } : {}),
    ...(skip !== undefined ? { skip } : {}),
    ...(choices.decimal ? { decimal: choices.decimal === "comma" ? "," : "." } : {}),
    ...(choices.dates === "day-first" || choices.dates === "month-first" ? { dates: choices.dates } : {}),
    ...(choices.empty === "blank" ? { empty: [] } : {}),
  };
}
