export type Cell = string | number | null;

/** A table as it will stand in a file: rows in file order, null for an empty cell. */
export interface SampleTable {
  readonly name: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
}

/** RFC 4180: commas, CRLF, quotes only where a cell needs them. */
export function csvText(table: SampleTable): string {
  const lines = [table.columns.join(",")];
  for (const row of table.rows) lines.push(row.map(cellText).join(","));
  lines.push("");
  return lines.join("\r\n");
}

function cellText(cell: Cell): string {
  if (cell === null) return "";
  if (typeof cell === "number") return String(cell);
  return /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
