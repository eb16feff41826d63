import type { Estimate } from "../../vocabulary.ts";
import { shareOf } from "../describe-needs.ts";
import { type Bounded, bounded } from "../measure-fields.ts";
import type { FieldNeed } from "../model-result.ts";
import { discoveries } from "../statistics/benjamini-hochberg.ts";
import { meanDifference, pOf } from "../statistics/differences.ts";
import type { LossTally } from "./loss-tally.ts";
import type { MeasuredValue, MeasuredValues } from "./measure-values.ts";
import { sumLosses } from "./unite-sets.ts";
import type { ValuesInput } from "./values-input.ts";

/**
 * One need a field over all values: shares of the summed gain, from losses that are summed by record. It is discovered
 * when it is for one value at least, Benjamini and Hochberg over all pairs of field and value; and it is open for every
 * value for which it is not shown to be under that value's own floor.
 * @param tested the fields, as every value measured them
 */
export function combineNeeds(
  { settings: { delta, q } }: Pick<ValuesInput, "settings">,
  { each, tally }: MeasuredValues,
  tested: readonly number[],
): FieldNeed[] {
  const { design } = each[0]!.fits;
  const whole = each.reduce((sum, { fits }) => sum + fits.gain.value, 0);
  const none = sumLosses(each.map(({ fits }) => fits.none));
  const found = inRows(
    discoveries(
      each.flatMap(({ measured }) => measured.map(({ p }) => p)),
      q,
    ),
    tested.length,
  );
  const alone = each.map(({ fits: { design, none, alone } }) =>
    tested.map((field) => pOf(meanDifference(design, none.losses, alone[field]!.losses))),
  );
  const foundAlone = inRows(discoveries(alone.flat(), q), tested.length);
  return tested.map((field, place): FieldNeed => {
    const needs = each.map(({ needs }) => needs[place]!);
    const measured = each.map((one) => one.measured[place]!);
    const shown = each.filter((_, v) => found[v]![place]! && measured[v]!.gain.value > 0);
    const open = each.filter(({ fits }, v) => measured[v]!.gain.high >= delta * fits.gain.value);
    const { inKept } = measured[0]!;
    const ownLosses = sumLosses(each.map(({ fits }) => fits.alone[field]!));
    const records = (inKept ? needs : needs.filter((_, v) => open.includes(each[v]!))).map(
      (need) => need.recordsNeeded,
    );
    return {
      name: design.fields[field]!.name,
      inKept,
      share: shareOf(gainOf(tally, each, field, place), whole),
      p: Math.min(1, each.length * Math.min(...measured.map(({ p }) => p))),
      discovered: shown.length > 0,
      alone: shareOf(bounded(meanDifference(design, none, ownLosses)), whole),
      aloneDiscovered: foundAlone.some((row) => row[place]),
      missedOf100: missedOf(each, place),
      refitted: measured.every(({ refitted }) => refitted),
      recordsNeeded: inKept ? leastOf(records) : mostOf(records),
      carriedBy: needs.find(({ carriedBy }) => carriedBy.length)?.carriedBy ?? [],
      partners: [...new Set(needs.flatMap(({ partners }) => partners))],
      tellsApart: shown.map(({ fits }) => fits.value.label),
      openFor: open.map(({ fits }) => fits.value.label),
    };
  });
}

/** Paired over the values where each refitted it; else the sum, with the errors added as if they always fell together. */
function gainOf(tally: LossTally, each: readonly MeasuredValue[], field: number, place: number): Bounded {
  const total = tally.total(each[0]!.fits.design, field);
  if (total) return total;
  const gains = each.map(({ measured }) => measured[place]!.gain);
  const sum = (of: (gain: Bounded) => number) => gains.reduce((all, gain) => all + of(gain), 0);
  return { value: sum((g) => g.value), error: sum((g) => g.error), low: sum((g) => g.low), high: sum((g) => g.high) };
}

/** Of 100 records, each looked for in the top 20 % of its own value. Values have no record in common, so errors add squared. */
function missedOf(each: readonly MeasuredValue[], place: number): Estimate {
  const counts = each.map(({ fits }) => fits.design.amount.reduce((sum, y) => sum + y, 0));
  const all = counts.reduce((sum, count) => sum + count, 0);
  const parts = each.map(({ measured }, v) => ({ ...measured[place]!.missed, weight: counts[v]! / all }));
  const value = parts.reduce((sum, part) => sum + part.weight * part.value, 0);
  const reach = (to: (part: Bounded) => number) => Math.hypot(...parts.map((part) => part.weight * to(part)));
  return {
    value,
    low: value - reach((part) => part.value - part.low),
    high: value + reach((part) => part.high - part.value),
  };
}

function inRows<T>(all: readonly T[], length: number): T[][] {
  return Array.from({ length: Math.ceil(all.length / Math.max(1, length)) }, (_, row) =>
    all.slice(row * length, (row + 1) * length),
  );
}

function mostOf(records: readonly (number | null)[]): number | null {
  return records.includes(null) || records.length === 0 ? null : Math.max(...records.map(Number));
}

function leastOf(records: readonly (number | null)[]): number | null {
  const known = records.filter((one) => one !== null);
  return known.length ? Math.min(...known) : null;
}
