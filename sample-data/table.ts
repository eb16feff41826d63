export type Cell = string | number | null;

/** A table as it will stand in a file: rows in file order, null for an empty cell. */
export interface SampleTable {
  readonly name: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
}

/** RFC 4180: commas, CRLF, quotes only where a cell needs them. */
export function csvText(table: SampleTable): string {
  let text = `${table.columns.join(",")}\r\n`;
  for (const row of table.rows) {
    row.forEach((cell, index) => {
      text += index === 0 ? cellText(cell) : `,${cellText(cell)}`;
    });
    text += "\r\n";
  }
  return text;
}

const needsQuotes = /[",\r\n]/;

function cellText(cell: Cell): string {
  if (cell === null) return "";
  if (typeof cell === "number") return String(cell);
  return needsQuotes.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
