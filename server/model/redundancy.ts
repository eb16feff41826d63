import type { Design, DesignField } from "./fitting/design.ts";
import { eachTwoWayTable } from "./fitting/two-way-tables.ts";

/**
 * mu+ of field `from` to field `to` on their bins: how far the one says what the other is, corrected for the number of
 * its values (0 not at all, 1 wholly). Methods: pdep(X->Y) against pdep(Y) of Piatetsky-Shapiro and Matheus, as in
 * Parciak and others' study of approximate functional dependencies.
 */
export function muPlus(design: Design, from: number, to: number): number {
  let found = 0;
  eachMuPlus(design, [from, to], (one, _, told) => {
    if (one === from) found = told;
  });
  return found;
}

/** mu+ of every pair of the fields, both ways: `visit` is told from which field to which, and how far the one says the other. */
export function eachMuPlus(
  design: Design,
  fields: readonly number[],
  visit: (from: number, to: number, told: number) => void,
): void {
  const chosen = fields.map((field) => design.fields[field]!);
  const records = { weights: [new Float64Array(design.records).fill(1)], from: 0, to: design.records };
  eachTwoWayTable(chosen, records, (first, second, [table]) => {
    const [x, y] = [chosen[first]!, chosen[second]!];
    const { givenRow, givenColumn } = predictability(table!, x, y);
    visit(fields[first]!, fields[second]!, corrected(givenRow, x, y, design.records));
    visit(fields[second]!, fields[first]!, corrected(givenColumn, y, x, design.records));
  });
}

/** pdep of the column given the row, and of the row given the column, times the records. */
function predictability(
  table: Float64Array,
  rows: DesignField,
  columns: DesignField,
): { givenRow: number; givenColumn: number } {
  let [givenRow, givenColumn] = [0, 0];
  const ofColumns = new Float64Array(columns.bins);
  for (let a = 0; a < rows.bins; a++) {
    let squares = 0;
    for (let b = 0; b < columns.bins; b++) {
      const square = table[a * columns.bins + b]! ** 2;
      squares += square;
      ofColumns[b]! += square;
    }
    givenRow += squares / rows.counts[a]!;
  }
  for (let b = 0; b < columns.bins; b++) givenColumn += ofColumns[b]! / columns.counts[b]!;
  return { givenRow, givenColumn };
}

function corrected(given: number, x: DesignField, y: DesignField, n: number): number {
  let own = 0;
  for (const count of y.counts) own += (count / n) ** 2;
  if (own >= 1 || n <= x.bins) return 0;
  return Math.max(0, 1 - ((1 - given / n) / (1 - own)) * ((n - 1) / (n - x.bins)));
}
