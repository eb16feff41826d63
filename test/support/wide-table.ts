import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { randomStream } from "../../sample-data/random.ts";

/**
 * Writes a customers table of many columns: a key, the outcome `bought` (Yes or No), and fields of whole numbers, decimals,
 * texts and dates in turn, one in ten cells empty. `field_2` alone drives the outcome. Returns the file's path.
 */
export function wideTable(folder: string, { columns = 1_000, rows = 300 } = {}): string {
  const random = randomStream(1, "wide table");
  const fields = Array.from({ length: columns - 2 }, (_, index) => `field_${index + 1}`);
  const lines = [["customer_id", ...fields, "bought"].join(",")];
  for (let row = 0; row < rows; row++) {
    const cells = fields.map((_, index) => (random.chance(0.1) ? "" : cellOf(index, random.next())));
    const bought = random.chance(Number(cells[1] || "50") / 100) ? "Yes" : "No";
    lines.push([`W${10_000 + row}`, ...cells, bought].join(","));
  }
  const path = join(folder, "wide.csv");
  writeFileSync(path, `${lines.join("\n")}\n`);
  return path;
}

function cellOf(index: number, random: number): string {
  switch (index % 4) {
    case 0:
      return ["red", "green", "blue", "grey"][Math.floor(random * 4)] ?? "";
    case 1:
      return String(Math.floor(random * 100));
    case 2:
      return `${Math.floor(random * 500)}.${1 + Math.floor(random * 9)}`;
    default:
      return `20${10 + Math.floor(random * 15)}-0${1 + Math.floor(random * 9)}-1${Math.floor(random * 10)}`;
  }
}
