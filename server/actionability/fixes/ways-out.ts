import type { Lacks } from "./lacks.ts";
import { lackBit } from "./lacks.ts";
import { type Remedies, remedyKey } from "./list-remedies.ts";
import { MOST_REMEDIES, type Remedy, type WaysOut } from "./plan-fixes.ts";

/** Units by all that stops them; `needs` holds the bits of `lacks.ts`. */
export interface NeedCount {
  readonly needs: number;
  readonly units: number;
}

/** What brings each group of units back, over at most twelve remedies: those that most units wait for. */
export function waysOut(
  counts: readonly NeedCount[],
  lacks: Lacks,
  remedies: Remedies,
): { readonly remedies: readonly Remedy[]; readonly groups: readonly WaysOut[] } {
  const groups = matchLikeTheOthers(counts).map(({ needs, units }) => ({
    units,
    ways: waysOf(needs, lacks, remedies),
  }));
  const waiting = remedies.list.map((_, place) =>
    groups.reduce((sum, { units, ways }) => (ways.some((way) => way & (1 << place)) ? sum + units : sum), 0),
  );
  const places = waiting
    .map((units, place) => ({ units, place }))
    .filter(({ units }) => units > 0)
    .sort((one, other) => other.units - one.units || one.place - other.place)
    .slice(0, MOST_REMEDIES)
    .map(({ place }) => place)
    .sort((one, other) => one - other);
  return {
    remedies: places.flatMap((place) => remedies.list[place] ?? []),
    groups: merge(groups.map(({ units, ways }) => ({ units, ways: renumber(ways, places) }))),
  };
}

/**
 * Nothing is known of a stranger but the lag: strangers are shared out over what those with a customer lack, whole units
 * by the largest remainder, so that the result is the same on every run.
 */
function matchLikeTheOthers(counts: readonly NeedCount[]): readonly NeedCount[] {
  const ofLag = [lackBit.late, lackBit.lateAtSlower, lackBit.early];
  const lateness = (needs: number) => ofLag.reduce((sum, bit) => (has(needs, bit) ? sum + 2 ** bit : sum), 0);
  const strangers = counts.filter(({ needs }) => has(needs, lackBit.stranger));
  const others = counts.filter(({ needs }) => !has(needs, lackBit.stranger));
  const all = others.reduce((sum, { units }) => sum + units, 0);
  if (!strangers.length || all === 0) return counts;
  const shared = strangers.flatMap((stranger) =>
    shareOut(stranger.units, others, all).map(({ needs, units }) => ({
      needs: needs - lateness(needs) + stranger.needs,
      units,
    })),
  );
  return [...others, ...shared];
}

function shareOut(units: number, over: readonly NeedCount[], all: number): readonly NeedCount[] {
  const parts = over.map((one) => {
    const exact = (units * one.units) / all;
    return { needs: one.needs, units: Math.floor(exact), left: exact - Math.floor(exact) };
  });
  const missing = units - parts.reduce((sum, part) => sum + part.units, 0);
  const first = new Set([...parts].sort((a, b) => b.left - a.left || a.needs - b.needs).slice(0, missing));
  return parts.map((part) => ({ needs: part.needs, units: part.units + (first.has(part) ? 1 : 0) }));
}

/** Every set of remedies that suffices for a unit; none where something cannot be mended. */
function waysOf(needs: number, lacks: Lacks, remedies: Remedies): readonly number[] {
  const mend = (key: string) => {
    const place = remedies.placeOf(key);
    return place === undefined ? null : 1 << place;
  };
  let must = 0;
  if (has(needs, lackBit.rest)) return [];
  const keys = [
    ...(has(needs, lackBit.stranger) || has(needs, lackBit.nameless) ? [remedyKey.match] : []),
    ...lacks.fields.filter(({ bit }) => has(needs, bit)).map(remedyKey.field),
  ];
  for (const key of keys) {
    const mended = mend(key);
    if (mended === null) return [];
    must |= mended;
  }
  const loads = loadWays(needs, mend);
  const channels = channelWays(needs, lacks, mend);
  return minimal(loads.flatMap((load) => channels.map((channel) => must | load | channel)));
}

type Mend = (key: string) => number | null;

function loadWays(needs: number, mend: Mend): readonly number[] {
  if (!has(needs, lackBit.late)) return [0];
  if (has(needs, lackBit.early)) return [mend(remedyKey.clocks) ?? []].flat();
  const keys = [remedyKey.enough, ...(has(needs, lackBit.lateAtSlower) ? [] : [remedyKey.slower])];
  return keys.flatMap((key) => mend(key) ?? []);
}

/** One and the same channel must be agreed and reachable. */
function channelWays(needs: number, { channels, agreedCounts, reachableCounts }: Lacks, mend: Mend): readonly number[] {
  if (!agreedCounts && !reachableCounts) return [0];
  return channels.flatMap((channel, place) => {
    const bit = lackBit.channels + 3 * place;
    const keys = [
      ...(agreedCounts && has(needs, bit) ? [has(needs, bit + 1) ? "" : remedyKey.ask(channel)] : []),
      ...(reachableCounts && has(needs, bit + 2) ? [remedyKey.verify(channel)] : []),
    ];
    const mended = keys.map(mend);
    return mended.includes(null) ? [] : [mended.reduce<number>((sum, one) => sum | (one ?? 0), 0)];
  });
}

/** A way that holds another one is of no use. */
function minimal(ways: readonly number[]): readonly number[] {
  const once = [...new Set(ways)];
  return once.filter((way) => !once.some((other) => other !== way && (way & other) === other));
}

function renumber(ways: readonly number[], places: readonly number[]): readonly number[] {
  return ways.flatMap((way) => {
    const left = places.reduce((rest, place) => rest & ~(1 << place), way);
    return left ? [] : [places.reduce((sum, place, rank) => (way & (1 << place) ? sum | (1 << rank) : sum), 0)];
  });
}

function merge(groups: readonly WaysOut[]): readonly WaysOut[] {
  const merged = new Map<string, { units: number; ways: readonly number[] }>();
  for (const { units, ways } of groups) {
    const sorted = [...ways].sort((one, other) => one - other);
    const found = merged.get(sorted.join());
    merged.set(sorted.join(), { units: units + (found?.units ?? 0), ways: sorted });
  }
  return [...merged.values()];
}

function has(needs: number, bit: number): boolean {
  return Math.floor(needs / 2 ** bit) % 2 === 1;
}
