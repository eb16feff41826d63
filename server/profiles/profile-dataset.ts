import type { Database } from "../database/database.ts";
import type { Dataset, FieldProfile, FieldSetting } from "../vocabulary.ts";
import { classifySensitivity } from "./classify-sensitivity.ts";
import { cluesOf } from "./clues.ts";
import { countFields, type FieldFacts } from "./field-facts.ts";
import { drawHistograms } from "./field-histogram.ts";
import { findPatterns } from "./field-patterns.ts";
import { type FieldPlace, placesOf } from "./field-place.ts";
import { readSpreads, showSpread } from "./field-spread.ts";
import { findAsOf } from "./find-as-of.ts";
import { findFreshness } from "./find-freshness.ts";
import { findOrigin } from "./find-origin.ts";
import { labelField, plainLabel } from "./label-field.ts";
import { meaningOf } from "./meanings.ts";
import { recogniseMeaning } from "./recognise-meaning.ts";

export interface ProfileOptions {
  readonly signal?: AbortSignal | undefined;
  readonly progress?: ((done: number, total: number, now: string) => void) | undefined;
  /** null measures no freshness; left out, it is found in the tables */
  readonly asOf?: string | null | undefined;
}

type Named = Pick<
  FieldProfile,
  "label" | "meaning" | "meaningReason" | "sensitivity" | "sensitivityReason" | "origin" | "originReason" | "corrected"
>;

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
  const steps = ["Counting values", "Looking at numbers and dates", "Drawing", "Looking at shapes", "Measuring age"];
  const step = (index: number) => ({
    signal: options.signal,
    done: (done: number) =>
      options.progress?.(index * places.length + done, steps.length * places.length, steps[index] ?? ""),
  });

  const facts = await countFields(database, places, step(0));
  const readings = await readSpreads(database, places, step(1));
  const histograms = await drawHistograms(database, places, readings, step(2));
  const patterns = await findPatterns(database, places, facts, step(3));
  const settingOf = (place: FieldPlace) => settings.find((setting) => isFor(setting, place, dataset));
  const named = places.map((place, index) => nameField(place, facts[index] as FieldFacts, settingOf(place)));
  const asOf =
    options.asOf === undefined
      ? await findAsOf(
          database,
          dataset,
          places.map(({ table, field }, index) => ({
            table: table.name,
            name: field.name,
            meaning: named[index]?.meaning ?? "text",
          })),
        )
      : options.asOf;
  const freshness = asOf ? await findFreshness(database, dataset, places, settingOf, asOf, step(4)) : new Map();
  options.progress?.(steps.length * places.length, steps.length * places.length, "Done");

  return withUniqueLabels(
    places.map((place, index) => {
      const fact = facts[index] as FieldFacts;
      const name = named[index] as Named;
      const reading = readings.get(place.number);
      const hidden = hidesValues(name);
      return {
        table: place.table.name,
        name: place.field.name,
        slug: place.field.slug,
        type: place.field.type,
        ...name,
        records: fact.records,
        filled: fact.filled,
        distinct: fact.distinct,
        approximate: patterns.get(place.number)?.approximate ?? false,
        top: hidden ? [] : fact.top,
        spread: reading && !isNominal(name) ? showSpread(reading) : null,
        histogram: isNominal(name) ? [] : (histograms.get(place.number) ?? []),
        patterns: patterns.get(place.number)?.patterns ?? [],
        singledOutAlone: fact.alone,
        freshness: freshness.get(place.number) ?? null,
      };
    }),
  );
}

/** `name` is a field of the customers table, `table.name` any other; an exact name wins. */
function isFor(setting: FieldSetting, { table, field }: FieldPlace, dataset: Dataset): boolean {
  if (table.kind === "customers")
    return setting.field === field.name || setting.field === `${table.name}.${field.name}`;
  const customers = dataset.tables.find((other) => other.kind === "customers");
  const exact = customers?.fields.some((other) => other.name === setting.field);
  return !exact && setting.field === `${table.name}.${field.name}`;
}

function nameField(place: FieldPlace, facts: FieldFacts, setting: FieldSetting | undefined): Named {
  const clues = cluesOf(place, facts);
  const recognised = recogniseMeaning(clues);
  const meaning = setting?.meaning ?? recognised.code;
  const sensitivity = classifySensitivity(meaning, clues);
  const origin = findOrigin(meaning, clues);
  const said = (what: string) => `${setting?.by ? `Set by ${setting.by}` : "Set by hand"}; we had ${what}.`;
  const corrected = (["meaning", "sensitivity", "origin"] as const).filter((part) => setting?.[part] !== undefined);
  return {
    label: labelField(meaning, clues),
    meaning,
    meaningReason: setting?.meaning
      ? said(`read it as ${meaningOf(recognised.code).label.toLowerCase()}`)
      : recognised.reason,
    sensitivity: setting?.sensitivity ?? sensitivity.is,
    sensitivityReason: setting?.sensitivity ? said(`classed it as ${sensitivity.is}`) : sensitivity.reason,
    origin: setting?.origin ?? origin.is,
    originReason: setting?.origin ? said(`taken it as ${origin.is}`) : origin.reason,
    corrected,
  };
}

/** Values that point at one person, and secrets, are never listed. */
function hidesValues({ sensitivity, meaning }: Named): boolean {
  return sensitivity === "identifying" || meaningOf(meaning).direct;
}

const nominal = new Set(
  "record-id order-id product store campaign channel plan segment category region postcode device-model purpose event-kind".split(
    " ",
  ),
);

/** A number that only names something has no middle and no ends. */
function isNominal({ meaning }: Named): boolean {
  return meaningOf(meaning).direct || nominal.has(meaning);
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
