import type { Design, DesignField } from "./fitting/design.ts";
import type { RowSpace } from "./fitting/row-passes.ts";
import type { Measured } from "./measure-fields.ts";
import { scoreTest } from "./score-test.ts";
import { addOne, type Limits, type Settled } from "./settle-set.ts";
import { discoveries } from "./statistics/benjamini-hochberg.ts";
import { pOf } from "./statistics/differences.ts";
import { z90 } from "./statistics/intervals.ts";
import { seededNumbers } from "./statistics/seeded-numbers.ts";

const mostShadows = 20;

/** A self-check, after Boruta's shadow features (Kursa and Rudnicki 2010): fields dealt out anew, which can tell nothing. */
export interface Shadows {
  readonly tested: number;
  /** of them, how many would have been called needed: about none is right */
  readonly needed: number;
}

/**
 * Takes one permuted copy each of up to 20 fields, those with the most values first, through what every field outside the
 * kept set goes through: score test, Benjamini and Hochberg among all tested fields, an honest refit of the promising.
 * However a field came into the set, it must pass this test to be called needed; so no more shadows could have been.
 */
export function countShadows(
  design: Design,
  settled: Settled,
  measured: readonly Measured[],
  limits: Limits,
  seed: number,
  space: RowSpace,
): Shadows {
  const nameOf = (field: number) => design.fields[field]!.name;
  const originals = measured
    .map(({ field }) => field)
    .sort((a, b) => design.fields[b]!.bins - design.fields[a]!.bins || (nameOf(a) < nameOf(b) ? -1 : 1))
    .slice(0, mostShadows);
  const random = seededNumbers(seed * 2003 + 5);
  const copies = originals.map((field) => permuted(design.fields[field]!, random));
  const shadowed = { ...design, fields: [...design.fields, ...copies] };
  const { kept } = settled;
  const test = scoreTest(shadowed, kept, space);
  const shadows = copies.map((_, index) => design.fields.length + index);
  const scores = shadows.map((field) => test.of(field));
  const real = measured.map(({ p }) => p);
  const pass = (p: readonly number[]) => discoveries([...real, ...p], limits.q).slice(real.length);
  const promising = pass(scores.map(({ p }) => p));
  const refitted = shadows.map((field, index) => {
    const { value, error, p } = scores[index]!;
    if (!promising[index] || value + z90 * error < limits.floor) return 1;
    const { gain } = addOne(shadowed, kept, field, space);
    return gain.value >= limits.floor ? Math.max(p, pOf(gain)) : 1;
  });
  return { tested: shadows.length, needed: pass(refitted).filter(Boolean).length };
}

function permuted(field: DesignField, random: () => number): DesignField {
  const codes = Uint8Array.from(field.codes);
  for (let last = codes.length - 1; last > 0; last--) {
    const other = Math.floor(random() * (last + 1));
    const code = codes[last]!;
    codes[last] = codes[other]!;
    codes[other] = code;
  }
  return { ...field, name: `${field.name} dealt out anew`, codes };
}
