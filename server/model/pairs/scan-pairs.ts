import type { Design } from "../fitting/design.ts";
import { eachTwoWayTable } from "../fitting/two-way-tables.ts";
import { inflation } from "../score-test.ts";
import { type Groups, groupsOf } from "./pairs.ts";

export interface FlaggedPair {
  readonly first: number;
  readonly second: number;
  readonly z: number;
}

/** Safe against chance for up to 5,000 pairs (Bonferroni). */
const flagged = 4.5;
/** Cells with less curvature than this are one common cell: a single record would make them speak. */
const leastCurvature = 2;

/**
 * Pairs of fields whose cells hold more than an additive model says: chi2 = sum over cells of (sum of residuals)^2 over
 * the sum of curvature, less what the two fields say one by one; df = (A - 1)(B - 1); z by Wilson and Hilferty (1931).
 * In a sample of cases and controls chi2 is divided by the mean weight of the curvature. The strongest first.
 * @param fields the positions to pair
 */
export function scanPairs(
  design: Design,
  fields: readonly number[],
  residual: Float64Array,
  curvature: Float64Array,
): FlaggedPair[] {
  const scale = inflation(design, residual, curvature);
  const scanned = fields.map((field) => ({ field, ...rowGroups(design, field) }));
  const found: FlaggedPair[] = [];
  const records = { weights: [residual, curvature], from: 0, to: design.records };
  eachTwoWayTable(scanned, records, (first, second, [pulls, weights]) => {
    const [one, other] = [scanned[first]!, scanned[second]!];
    const z = zOf(one.bins, other.bins, pulls!, weights!, scale);
    if (rounded(z) > flagged) found.push({ first: other.field, second: one.field, z });
  });
  const nameOf = ({ first, second }: FlaggedPair) => `${design.fields[first]!.name} ${design.fields[second]!.name}`;
  return found.sort((a, b) => rounded(b.z) - rounded(a.z) || (nameOf(a) < nameOf(b) ? -1 : 1));
}

/** So far that the order in which sums were taken tells no two pairs apart. */
function rounded(z: number): number {
  return Number(z.toPrecision(6));
}

function rowGroups(design: Design, field: number): { codes: Uint8Array; bins: number } {
  const { codes } = design.fields[field]!;
  const groups: Groups = groupsOf(design.fields[field]!);
  return { codes: codes.map((code) => groups.of[code]!), bins: groups.count };
}

function zOf(rows: number, columns: number, pulls: Float64Array, weights: Float64Array, scale: number): number {
  if (rows < 2 || columns < 2) return 0;
  const { statistic, thin } = byCell(pulls, weights);
  const alone =
    chiSquared(margin(pulls, rows, columns, true), margin(weights, rows, columns, true)) +
    chiSquared(margin(pulls, rows, columns, false), margin(weights, rows, columns, false));
  const df = (rows - 1) * (columns - 1) - Math.max(0, thin - 1);
  return df < 1 ? 0 : wilsonHilferty(Math.max(0, statistic - alone) / scale, df);
}

function byCell(pulls: Float64Array, weights: Float64Array): { statistic: number; thin: number } {
  let [statistic, pull, weight, thin] = [0, 0, 0, 0];
  for (let cell = 0; cell < pulls.length; cell++) {
    if (weights[cell]! >= leastCurvature) statistic += (pulls[cell]! * pulls[cell]!) / weights[cell]!;
    else {
      pull += pulls[cell]!;
      weight += weights[cell]!;
      thin++;
    }
  }
  return { statistic: weight >= leastCurvature ? statistic + (pull * pull) / weight : statistic, thin };
}

function margin(cells: Float64Array, rows: number, columns: number, ofRows: boolean): Float64Array {
  const sums = new Float64Array(ofRows ? rows : columns);
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) sums[ofRows ? row : column]! += cells[row * columns + column]!;
  }
  return sums;
}

function chiSquared(pulls: Float64Array, weights: Float64Array): number {
  return pulls.reduce((sum, pull, i) => (weights[i]! > 0 ? sum + (pull * pull) / weights[i]! : sum), 0);
}

/** The standard normal deviate that is as unlikely as this chi-squared. */
export function wilsonHilferty(chiSquare: number, df: number): number {
  const spread = 2 / (9 * df);
  return (Math.cbrt(chiSquare / df) - (1 - spread)) / Math.sqrt(spread);
}
