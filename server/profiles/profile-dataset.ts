import type { Database } from "../database/database.ts";
import type { Dataset, FieldProfile, FieldSetting, Freshness, HistogramBar } from "../vocabulary.ts";
import { countFields, type FieldFacts } from "./field-facts.ts";
import { drawHistograms } from "./field-histogram.ts";
import { findPatterns, type Patterns } from "./field-patterns.ts";
import { type FieldPlace, placesOf } from "./field-place.ts";
import { type Reading, readSpreads, showSpread } from "./field-spread.ts";
import { findAsOf } from "./find-as-of.ts";
import { findFreshness } from "./find-freshness.ts";
import { settingFor } from "./find-setting.ts";
import type { BatchOptions } from "./in-batches.ts";
import { plainLabel } from "./label-field.ts";
import { hidesValues, isNominal, type NamedField, nameField } from "./name-field.ts";

export interface ProfileOptions {
  readonly signal?: AbortSignal | undefined;
  readonly progress?: ((done: number, total: number, now: string) => void) | undefined;
  /** null measures no freshness; left out, it is found in the tables */
  readonly asOf?: string | null | undefined;
}

/** What was counted, by the field's number. */
interface Counted {
  readonly facts: ReadonlyMap<number, FieldFacts>;
  readonly readings: ReadonlyMap<number, Reading>;
  readonly histograms: ReadonlyMap<number, readonly HistogramBar[]>;
  readonly patterns: ReadonlyMap<number, Patterns>;
}

/**
 * Every fact about every field, customers first, counted on every record. A person's settings win over what was
 * recognised, and the reason says who. Values held by fewer than 5 customers are in none of the lists.
 * Throws `Cancelled` when the signal says so.
 */
export async function profileDataset(
  database: Database,
  dataset: Dataset,
  settings: readonly FieldSetting[],
  options: ProfileOptions = {},
): Promise<FieldProfile[]> {
  const places = placesOf(dataset);
  const step = stepsOf(places.length, options);
  const settingOf = (place: FieldPlace) => settingFor(dataset, settings, place);
  const counted = await countEverything(database, places, step);
  const named = new Map(
    places.map((place) => [place.number, nameField(place, factsOf(counted, place), settingOf(place))]),
  );
  const profiles = places.map((place) => composeProfile(place, counted, named.get(place.number) as NamedField));
  const isFull = (place: FieldPlace) => factsOf(counted, place).filled === place.table.records;
  const asOf = options.asOf === undefined ? await findAsOf(database, dataset, profiles) : options.asOf;
  const freshness =
    asOf === null
      ? new Map<number, Freshness>()
      : await findFreshness(database, dataset, places, { settingOf, isFull }, asOf, step(4));
  step(5).done(0);
  return withUniqueLabels(profiles.map((profile, at) => ({ ...profile, freshness: freshness.get(at) ?? null })));
}

const steps = [
  "Counting values",
  "Looking at numbers and dates",
  "Drawing",
  "Looking at shapes",
  "Measuring age",
  "Done",
];

function stepsOf(fields: number, { signal, progress }: ProfileOptions) {
  const total = fields * (steps.length - 1);
  return (step: number) => ({
    signal,
    done: (done: number) => progress?.(step * fields + done, total, steps[step] ?? ""),
  });
}

async function countEverything(
  database: Database,
  places: readonly FieldPlace[],
  step: (number: number) => BatchOptions,
): Promise<Counted> {
  const facts = await countFields(database, places, step(0));
  const readings = await readSpreads(database, places, step(1));
  const histograms = await drawHistograms(database, places, readings, step(2));
  const patterns = await findPatterns(database, places, facts, step(3));
  return {
    facts: new Map(places.map(({ number }, at) => [number, facts[at] as FieldFacts])),
    readings,
    histograms,
    patterns,
  };
}

function factsOf({ facts }: Counted, { number }: FieldPlace): FieldFacts {
  const found = facts.get(number);
  if (!found) throw new Error("A field was not counted.");
  return found;
}

function composeProfile(place: FieldPlace, counted: Counted, named: NamedField): FieldProfile {
  const { table, field, number } = place;
  const facts = factsOf(counted, place);
  const reading = counted.readings.get(number);
  const patterns = counted.patterns.get(number);
  const nominal = isNominal(named);
  return {
    table: table.name,
    name: field.name,
    slug: field.slug,
    type: field.type,
    ...named,
    records: facts.records,
    filled: facts.filled,
    distinct: facts.distinct,
    approximate: patterns?.approximate ?? false,
    top: hidesValues(named) ? [] : facts.top,
    spread: reading && !nominal ? showSpread(reading) : null,
    histogram: nominal ? [] : (counted.histograms.get(number) ?? []),
    patterns: patterns?.patterns ?? [],
    singledOutAlone: facts.alone,
    freshness: null,
  };
}

/** Two fields of a table may read alike; then each keeps its own name in plain words. */
function withUniqueLabels(profiles: readonly FieldProfile[]): FieldProfile[] {
  const count = new Map<string, number>();
  const keyOf = ({ table, label }: FieldProfile) => `${table}\n${label}`;
  for (const profile of profiles) count.set(keyOf(profile), (count.get(keyOf(profile)) ?? 0) + 1);
  return profiles.map((profile) =>
    (count.get(keyOf(profile)) ?? 0) > 1 ? { ...profile, label: plainLabel(profile.name) } : profile,
  );
}
