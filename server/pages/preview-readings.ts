import type { Dialect } from "../datasets/dialect.ts";
import type { FilePreview } from "../datasets/preview-file.ts";
import { count, plural } from "./helpers.ts";
import {
  type ChoiceName,
  type Choices,
  encodingNames,
  inputName,
  kindNames,
  separatorNames,
} from "./preview-choices.ts";
import { capital, listWords } from "./words.ts";

export interface ReadingOption {
  readonly id: string;
  readonly value: string;
  readonly label: string;
  readonly note: string | null;
  readonly chosen: boolean;
}

/** One thing that was understood of a file, why, and what else it could be. */
export interface Reading {
  readonly about: string;
  readonly doubt: boolean;
  readonly understood: string;
  readonly why: string;
  readonly input: string | null;
  readonly was: string;
  readonly options: readonly ReadingOption[];
  /** lines before the header, for the one reading that has them */
  readonly skip: { readonly name: string; readonly value: number } | null;
}

type Draft = Omit<Reading, "input" | "was" | "options" | "skip" | "about"> & {
  readonly options?: readonly (readonly [value: string, label: string, note: string | null])[];
  readonly chosen?: string;
};

const kindWords = {
  customers: "Customers, one row each",
  events: "Events, many rows per customer",
  consents: "Consents, given and withdrawn",
  reference: "Reference, looked up by others",
};
const encodingWords: Readonly<Record<Dialect["encoding"], string>> = {
  "utf-8": "UTF-8",
  "windows-1252": "Windows-1252",
  "utf-16le": "UTF-16",
  "utf-16be": "UTF-16, big end first",
};
const separatorSigns = { ",": "comma", ";": "semicolon", "\t": "tab", "|": "bar" } as const;

/** Everything that can be read in more than one way, in the order people check it. */
export function readingsOf(preview: FilePreview, number: number, choices: Choices): readonly Reading[] {
  const { dialect } = preview;
  if (preview.fault !== null && dialect) return readingsOfFault(preview, dialect, number);
  const readings = [
    reading("Table kind", "kind", number, kindReading(preview)),
    ...(dialect
      ? [
          dateReading(preview, dialect, number, choices),
          reading("Encoding", "encoding", number, encodingReading(dialect)),
          reading("Separator", "separator", number, separatorReading(preview, dialect)),
          headerReading(preview, dialect, number),
          decimalReading(preview, dialect, number, choices),
        ]
      : []),
    keptAsText(preview),
    dialect ? emptyReading(dialect, number, choices) : null,
  ];
  return readings.filter((one) => one !== null);
}

/** What may be chosen where no table was found: how the bytes are read, what parts the cells, where the header stands. */
function readingsOfFault(preview: FilePreview, dialect: Dialect, number: number): readonly Reading[] {
  return [
    reading("Separator", "separator", number, separatorReading(preview, dialect)),
    reading("Encoding", "encoding", number, { ...encodingReading(dialect), why: "Try another if letters look wrong." }),
    headerReading(preview, dialect, number),
  ];
}

function reading(about: string, choice: ChoiceName, number: number, draft: Draft): Reading {
  const input = inputName(choice, number);
  const { options = [], chosen = "", ...words } = draft;
  return {
    about,
    ...words,
    input,
    was: chosen,
    options: options.map(([value, label, note]) => ({
      id: `${input}-${value}`,
      value,
      label,
      note,
      chosen: value === chosen,
    })),
    skip: null,
  };
}

function kindReading({ kind, key }: FilePreview): Draft {
  return {
    doubt: false,
    understood: kindWords[kind],
    why: key ? `${key} says which customer a row is about.` : "No column says which customer a row is about.",
    options: kindNames.map((name) => [name, capital(name), null]),
    chosen: kind,
  };
}

function encodingReading({ encoding }: Dialect): Draft {
  const doubt = encoding === "windows-1252";
  const options = encodingNames.filter((name) => name !== "utf-16be" || name === encoding);
  return {
    doubt,
    understood: encodingWords[encoding],
    why: doubt
      ? "Some letters are not UTF-8. Check é, ß and € in the rows below."
      : "Every letter of the file reads well.",
    options: options.map((name) => [name, encodingWords[name], null]),
    chosen: encoding,
  };
}

function separatorReading({ separators, columns, fault }: FilePreview, { separator }: Dialect): Draft {
  const name = separatorSigns[separator];
  const found = (value: string) => separators.find((one) => one.separator === value)?.columns;
  const given = fault === null ? columns.length : (found(separator) ?? 1);
  return {
    doubt: given < 2,
    understood: capital(name),
    why: `It gives ${plural(given, "column", "columns")}.`,
    options: Object.entries(separatorNames).map(([label, sign]) => {
      const number = found(sign);
      return [label, label, number === undefined ? null : plural(number, "column", "columns")];
    }),
    chosen: name,
  };
}

function headerReading({ columns, fault }: FilePreview, { header, skip }: Dialect, number: number): Reading {
  const names = listWords(columns.slice(0, 3).map(({ name }) => name));
  const row = reading("Header row", "header", number, {
    doubt: !header,
    understood: header ? `Row ${skip + 1}` : "No header",
    why: fault
      ? "The table begins behind the lines that are left out."
      : header
        ? `${plural(columns.length, "name", "names")}, among them ${names}.`
        : "The columns are named by number.",
    options: [
      ["yes", `row ${skip + 1}`, null],
      ["no", "no header", null],
    ],
    chosen: header ? "yes" : "no",
  });
  return { ...row, skip: { name: inputName("skip", number), value: skip } };
}

function decimalReading(
  { columns }: FilePreview,
  { decimal }: Dialect,
  number: number,
  choices: Choices,
): Reading | null {
  const numbers = columns.filter(({ type }) => type === "number");
  if (!numbers.length && decimal === "." && !choices.decimal) return null;
  const names = numbers.map(({ name }) => name);
  return reading("Decimal sign", "decimal", number, {
    doubt: false,
    understood: decimal === "," ? "Comma" : "Point",
    why: numbers.length
      ? `${plural(numbers.length, "column uses", "columns use")} it: ${listWords(names)}.`
      : "No column has one.",
    options: [
      ["comma", "comma", null],
      ["point", "point", null],
    ],
    chosen: decimal === "," ? "comma" : "point",
  });
}

function dateReading({ columns }: FilePreview, { dates }: Dialect, number: number, choices: Choices): Reading | null {
  const open = columns.filter(({ orderUndecided }) => orderUndecided);
  const read = columns.filter(({ order }) => order !== null);
  const order = dates ?? read[0]?.order ?? null;
  if (!open.length && !read.length && !choices.dates) return null;
  const names = listWords((open.length ? open : read).map(({ name }) => name));
  return reading("Date order", "dates", number, {
    doubt: open.length > 0,
    understood: order === "day-first" ? "Day, month, year" : order === "month-first" ? "Month, day, year" : "Not known",
    why: open.length
      ? `${names} could be read either way, so they stay text until you say.`
      : read.length
        ? `${choices.dates ? "You chose it for" : "Only this order fits"} ${names}.`
        : "No column reads as a date this way.",
    options: [
      ["day-first", "day first", null],
      ["month-first", "month first", null],
    ],
    chosen: order ?? "",
  });
}

function emptyReading({ empty }: Dialect, number: number, choices: Choices): Reading | null {
  if (!empty.length && !choices.empty) return null;
  const words = listWords(["blank", ...empty.map((one) => `“${one}”`)], 5);
  return reading("Empty cells", "empty", number, {
    doubt: false,
    understood: capital(words),
    why: "They count as empty.",
    options: [
      ["all", "all that mean nothing", null],
      ["blank", "only blank", null],
    ],
    chosen: choices.empty === "blank" ? "blank" : "all",
  });
}

/** What looks like a number and stays text, with the reason. Nothing to choose: a value is kept as the file writes it. */
function keptAsText({ columns }: FilePreview): Reading | null {
  const kept = columns.filter(({ note, orderUndecided }) => note !== null && !orderUndecided);
  if (!kept.length) return null;
  const more = kept.length > 3 ? ` And ${count(kept.length - 3)} more.` : "";
  return {
    about: "Kept as text",
    doubt: false,
    understood: listWords(kept.map(({ name }) => name)),
    why: `${kept
      .slice(0, 3)
      .map(({ note }) => note)
      .join(" ")}${more}`,
    input: null,
    was: "",
    options: [],
    skip: null,
  };
}
