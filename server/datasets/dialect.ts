export type Encoding = "utf-8" | "utf-16le" | "utf-16be" | "windows-1252";
export type Separator = "," | ";" | "\t" | "|";
export type DateOrder = "day-first" | "month-first";

/** How a text file writes its table. Sniffed at load; a person may correct any part of it. */
export interface Dialect {
  readonly encoding: Encoding;
  readonly separator: Separator;
  readonly quote: '"' | "'" | "";
  /** what stands before a quote inside a quoted cell: the quote once more, or a backslash */
  readonly escape: '"' | "'" | "\\" | "";
  /** lines before the header, or before the first record where there is none */
  readonly skip: number;
  readonly header: boolean;
  readonly decimal: "." | ",";
  /** what decides where day-first and month-first both fit; null: another column of the file, else nothing */
  readonly dates: DateOrder | null;
  /** texts that count as empty cells, besides nothing and blanks */
  readonly empty: readonly string[];
}

export const separators: readonly Separator[] = [",", ";", "\t", "|"];

/** As the preview and messages name a separator. */
export function separatorName(separator: Separator): string {
  return { ",": "comma", ";": "semicolon", "\t": "tab", "|": "bar" }[separator];
}
