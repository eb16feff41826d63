import { createHash } from "node:crypto";
import type { BinnedField } from "../../model/model-input.ts";
import type { RollUp } from "./roll-up.ts";
import { fieldName } from "./roll-up.ts";

/** What the screen lets into the model, and why the rest stays out. */
export interface Screened {
  readonly kept: ReadonlySet<string>;
  /** they say the same of everybody, or of all but one in a thousand */
  readonly constant: ReadonlySet<string>;
  /** by name, the field or roll-up that tells customers apart in just the same way */
  readonly copies: ReadonlyMap<string, string>;
  /** left out because there are so many; nothing is known of them */
  readonly leftOut: ReadonlySet<string>;
}

/** Most roll-ups that the model takes up. */
export const mostRollUps = 40;
/** The share of the customers that one code must reach for a roll-up to say the same of everybody. */
const constantShare = 0.999;

/**
 * Which roll-ups the model takes up, by their codes alone: the outcome plays no part. Out are those that say nothing and
 * those that say what another field or an earlier roll-up says. Of what is left each source field has its most telling
 * one (in bits) in first, then each its second, until there are `most`. Pure.
 * @param beside the fields of the customers table that may stand in for a roll-up
 */
export function screenRollUps(
  rollUps: readonly RollUp[],
  encoded: readonly BinnedField[],
  beside: readonly BinnedField[],
  most = mostRollUps,
): Screened {
  const byName = new Map(encoded.map((field) => [field.name, field]));
  const [constant, copies] = [new Set<string>(), new Map<string, string>()];
  const seen = new Map(beside.map((field) => [partition(field), field.name]));
  const telling = rollUps.flatMap((rollUp) => {
    const field = byName.get(rollUp.name);
    if (!field) return [];
    const counts = countCodes(field);
    if (Math.max(...counts) >= constantShare * field.codes.length) {
      constant.add(rollUp.name);
      return [];
    }
    const parts = partition(field);
    const twin = seen.get(parts);
    if (twin !== undefined) {
      copies.set(rollUp.name, twin);
      return [];
    }
    seen.set(parts, rollUp.name);
    return [{ rollUp, bits: bitsOf(counts) }];
  });
  const order = inTurns(telling);
  const kept = new Set(order.slice(0, most).map(({ name }) => name));
  return { kept, constant, copies, leftOut: new Set(order.slice(most).map(({ name }) => name)) };
}

/** Each source field's best, then each one's second, and so on; sources in the order they come. */
function inTurns(telling: readonly { readonly rollUp: RollUp; readonly bits: number }[]): RollUp[] {
  const sources = new Map<string, { readonly rollUp: RollUp; readonly bits: number }[]>();
  for (const one of telling) {
    const source = fieldName(one.rollUp.of);
    sources.set(source, [...(sources.get(source) ?? []), one]);
  }
  return [...sources.values()]
    .flatMap((own) => own.toSorted((a, b) => b.bits - a.bits).map(({ rollUp }, turn) => ({ rollUp, turn })))
    .toSorted((a, b) => a.turn - b.turn)
    .map(({ rollUp }) => rollUp);
}

function countCodes({ codes, bins }: BinnedField): number[] {
  const counts = new Array<number>(bins).fill(0);
  for (const code of codes) counts[code] = (counts[code] ?? 0) + 1;
  return counts;
}

/** Entropy of the codes; rounded, so that only what is the same on every machine decides. */
function bitsOf(counts: readonly number[]): number {
  const all = counts.reduce((sum, count) => sum + count, 0);
  const bits = counts.reduce((sum, count) => sum - (count ? (count / all) * Math.log2(count / all) : 0), 0);
  return Number(bits.toFixed(6));
}

/** The same for two fields exactly where their codes part the customers in the same way, whatever the codes are called. */
function partition({ codes }: BinnedField): string {
  const numbers = new Map<number, number>();
  const renamed = new Uint8Array(codes.length);
  for (const [place, code] of codes.entries()) {
    let number = numbers.get(code);
    if (number === undefined) {
      number = numbers.size;
      numbers.set(code, number);
    }
    renamed[place] = number;
  }
  return createHash("sha256").update(renamed).digest("base64");
}
