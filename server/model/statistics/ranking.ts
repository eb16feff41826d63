import type { Estimate } from "../../vocabulary.ts";
import type { Design } from "../fitting/design.ts";
import { type AreaParts, areaParts } from "../values/area-parts.ts";
import type { Difference } from "./differences.ts";
import { around, wilson, z95 } from "./intervals.ts";

const topShare = 0.2;

/** Records by falling log-odds; a stretch of equal ones is one tie. */
export function descending(eta: Float64Array): Uint32Array {
  // sorting the bare numbers is many times faster than sorting indexes by a comparison
  const sorted = Float64Array.from(eta).sort();
  const n = eta.length;
  const placeOf = new Map<number, number>();
  for (let i = n - 1; i >= 0; i--) if (i === n - 1 || sorted[i] !== sorted[i + 1]) placeOf.set(sorted[i]!, n - 1 - i);
  const order = new Uint32Array(n);
  for (let i = 0; i < n; i++) {
    const place = placeOf.get(eta[i]!)!;
    order[place] = i;
    placeOf.set(eta[i]!, place + 1);
  }
  return order;
}

/** The measure of `Performance`: the area under the curve; of a number the share of it that the top 20 % captures. */
export function rankingQuality(design: Design, eta: Float64Array): Estimate {
  return design.family === "gaussian" ? foundInTop(design, inTopShare(design, eta)) : areaUnderCurve(design, eta);
}

/**
 * Area under the ROC curve with ties counted half, and DeLong's 95 % interval (1988). In a sample of cases and controls
 * the weights are equal within each class and cancel.
 */
export function areaUnderCurve(design: Design, eta: Float64Array): Estimate {
  const area = areaParts(design.outcome, eta, descending(eta));
  return area ? areaOf(area) : { value: 0.5, low: 0, high: 1 };
}

/** With DeLong's 95 % interval. */
export function areaOf({ value, parts }: AreaParts): Estimate {
  let squares = 0;
  for (const part of parts) squares += part * part;
  const estimate = around(value, Math.sqrt(squares), z95);
  return { value, low: Math.max(0, estimate.low), high: Math.min(1, estimate.high) };
}

/** How much of each record is in the top 20 % by weight: 1, 0, or the same part for all that tie at the edge. */
export function inTopShare(design: Design, eta: Float64Array): Float64Array {
  const edge = design.weight ? weightedEdge(design, design.weight, eta) : plainEdge(eta);
  return eta.map((value) => (value > edge.value ? 1 : value === edge.value ? edge.part : 0));
}

interface Edge {
  readonly value: number;
  readonly part: number;
}

function plainEdge(eta: Float64Array): Edge {
  const room = topShare * eta.length;
  const value = eta.length > 0 ? nthLargest(Float64Array.from(eta), Math.ceil(room)) : Number.NEGATIVE_INFINITY;
  let above = 0;
  let tied = 0;
  for (let i = 0; i < eta.length; i++) {
    if (eta[i]! > value) above++;
    else if (eta[i] === value) tied++;
  }
  return { value, part: (room - above) / tied };
}

/** The value of rank n, 1 the largest; `values` are left in another order (Hoare's selection, a median of three as pivot). */
function nthLargest(values: Float64Array, n: number): number {
  const place = values.length - n;
  let low = 0;
  let high = values.length - 1;
  while (low < high) {
    const pivot = middleOf(values[low]!, values[(low + high) >> 1]!, values[high]!);
    let [up, down] = [low, high];
    while (up <= down) {
      while (values[up]! < pivot) up++;
      while (values[down]! > pivot) down--;
      if (up > down) break;
      const value = values[up]!;
      values[up++] = values[down]!;
      values[down--] = value;
    }
    if (place <= down) high = down;
    else if (place >= up) low = up;
    else break;
  }
  return values[place]!;
}

function middleOf(a: number, b: number, c: number): number {
  return Math.max(Math.min(a, b), Math.min(Math.max(a, b), c));
}

function weightedEdge(design: Design, weight: Float64Array, eta: Float64Array): Edge {
  const order = descending(eta);
  let room = topShare * design.totalWeight;
  for (let from = 0; from < order.length; ) {
    const value = eta[order[from]!]!;
    let tied = 0;
    while (from < order.length && eta[order[from]!] === value) tied += weight[order[from++]!]!;
    if (tied >= room) return { value, part: room / tied };
    room -= tied;
  }
  return { value: Number.NEGATIVE_INFINITY, part: 1 };
}

/** Share of the outcome that the top 20 % holds: of the records with it, with Wilson's 95 % interval; of a number, of its sum. */
export function foundInTop(design: Design, inTop: Float64Array): Estimate {
  if (design.family === "gaussian") return capturedInTop(design, inTop);
  let found = 0;
  let positives = 0;
  for (let i = 0; i < design.records; i++) {
    if (design.amount[i]! === 0) continue;
    positives++;
    found += inTop[i]!;
  }
  return wilson(positives > 0 ? found / positives : 0, positives, z95);
}

/** A ratio of sums, so its error is that of the record's part less the ratio times its amount. */
function capturedInTop({ amount, weight, records }: Design, inTop: Float64Array): Estimate {
  const part = (i: number) => (weight?.[i] ?? 1) * amount[i]!;
  let [found, total] = [0, 0];
  for (let i = 0; i < records; i++) {
    found += part(i) * inTop[i]!;
    total += part(i);
  }
  if (total === 0) return { value: 0, low: 0, high: 1 };
  const value = found / total;
  let squares = 0;
  for (let i = 0; i < records; i++) squares += (part(i) * (inTop[i]! - value)) ** 2;
  const { low, high } = around(value, Math.sqrt(squares) / total, z95);
  return { value, low: Math.max(0, low), high: Math.min(1, high) };
}

/** Of 100 records with the outcome (of a number: of 100 parts of its sum), how many more the one ranking finds in its top 20 % than the other; paired. */
export function foundMoreOf100(design: Design, one: Float64Array, other: Float64Array): Difference {
  const { amount, weight, records, family } = design;
  const part = (i: number) => (family === "gaussian" ? (weight?.[i] ?? 1) * amount[i]! : amount[i]!);
  let [sum, total] = [0, 0];
  for (let i = 0; i < records; i++) {
    sum += 100 * part(i) * (one[i]! - other[i]!);
    total += part(i);
  }
  if (total === 0) return { value: 0, error: 0 };
  const value = sum / total;
  let squares = 0;
  for (let i = 0; i < records; i++) squares += (part(i) * (100 * (one[i]! - other[i]!) - value)) ** 2;
  return { value, error: Math.sqrt(squares) / total };
}
