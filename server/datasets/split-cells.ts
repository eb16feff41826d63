import type { Dialect } from "./dialect.ts";

export type CellRules = Pick<Dialect, "separator" | "quote" | "escape">;

export interface SplitRecord {
  /** of the record's first line, counting from 1 */
  readonly line: number;
  readonly cells: readonly string[];
  /** false: the text ends inside a quoted cell */
  readonly whole: boolean;
}

/** Splits the beginning of a text file into records. For sniffing and the preview only: the whole file is read by the database. */
export function splitCells(text: string, rules: CellRules, most = Number.POSITIVE_INFINITY): SplitRecord[] {
  const records: SplitRecord[] = [];
  let line = 1;
  let at = 0;
  while (at < text.length && records.length < most) {
    const first = line;
    const cells: string[] = [];
    let whole = true;
    for (;;) {
      const cell = readCell(text, at, rules);
      cells.push(cell.text);
      line += cell.lines;
      whole = cell.closed;
      at = cell.end;
      if (text[at] !== rules.separator) break;
      at++;
      if (at === text.length) {
        cells.push("");
        break;
      }
    }
    if (text[at] === "\r" && text[at + 1] === "\n") at++;
    at++;
    line++;
    if (cells.length > 1 || cells[0] !== "") records.push({ line: first, cells, whole });
  }
  return records;
}

interface CellEnd {
  readonly text: string;
  readonly end: number;
  readonly lines: number;
  readonly closed: boolean;
}

function readCell(text: string, start: number, rules: CellRules): CellEnd {
  const { separator, quote } = rules;
  if (quote && text[start] === quote) return readQuoted(text, start + 1, rules);
  let end = start;
  while (end < text.length && text[end] !== separator && text[end] !== "\n" && text[end] !== "\r") end++;
  return { text: text.slice(start, end), end, lines: 0, closed: true };
}

function readQuoted(text: string, start: number, rules: CellRules): CellEnd {
  const { separator, quote, escape: before } = rules;
  let cell = "";
  let lines = 0;
  let at = start;
  for (; at < text.length; at++) {
    const sign = text[at] as string;
    if (sign === before && (text[at + 1] === quote || (before !== quote && text[at + 1] === before))) {
      cell += text[++at];
    } else if (sign === quote) {
      let end = at + 1;
      while (end < text.length && text[end] !== separator && text[end] !== "\n" && text[end] !== "\r") end++;
      return { text: cell + text.slice(at + 1, end), end, lines, closed: true };
    } else {
      if (sign === "\n" || (sign === "\r" && text[at + 1] !== "\n")) lines++;
      cell += sign;
    }
  }
  return { text: cell, end: at, lines, closed: false };
}
