import { isMap, isScalar, isSeq, type Pair, type Scalar } from "yaml";
import { didYouMean } from "../did-you-mean.ts";
import { UserError } from "../errors.ts";
import { faultAt, isBlank, placeAt, whereIs, type YamlPlace, type YamlReader } from "./yaml-place.ts";

/**
 * Text as the file writes it: `is: 01234` and `is: true` are the texts "01234" and "true".
 * Values of tables are compared as text, so YAML's own idea of a type must not touch them.
 */
export const text: YamlReader<string> = (place) => {
  if (!isScalar(place.node)) throw faultAt(place, "is not a single text.");
  if (isBlank(place)) throw faultAt(place, "is empty. Write a text.");
  return writtenIn(place.node);
};

export const filledText: YamlReader<string> = (place) => {
  const read = text(place);
  if (!read.trim()) throw faultAt(place, "is blank. Write a text.");
  return read;
};

export const number: YamlReader<number> = (place) => {
  const value = isScalar(place.node) ? place.node.value : undefined;
  if (typeof value !== "number" || !Number.isFinite(value))
    throw faultAt(place, "is not a number. Write one, as 0.98.");
  return value;
};

export function numberBetween(low: number, high: number, whole = false): YamlReader<number> {
  return (place) => {
    const value = number(place);
    if (value < low || value > high || (whole && !Number.isInteger(value))) {
      throw faultAt(place, `is ${value}. Write ${whole ? "a whole number" : "a number"} from ${low} to ${high}.`);
    }
    return value;
  };
}

/** One of a few words; a near miss is named. */
export function oneOf<W extends string>(words: readonly W[]): YamlReader<W> {
  return (place) => {
    const written = text(place);
    const word = words.find((candidate) => candidate === written.trim());
    if (word === undefined) {
      throw faultAt(place, `is "${written}".${didYouMean(written, words)} Write one of: ${words.join(", ")}.`);
    }
    return word;
  };
}

export function orNull<T>(read: YamlReader<T>): YamlReader<T | null> {
  return Object.assign((place: YamlPlace) => (isBlank(place) ? null : read(place)), { takesBlank: true });
}

export function list<T>(read: YamlReader<T>): YamlReader<readonly T[]> {
  return (place) => {
    if (!isSeq(place.node))
      throw faultAt(place, "is not a list. Write its entries as [a, b] or one a line after a dash.");
    return place.node.items.map((item, index) => read(placeAt(place.source, item, `${place.name}[${index}]`)));
  };
}

/** One entry may stand without the brackets: `channels: email`. */
export function oneOrMore<T>(read: YamlReader<T>): YamlReader<readonly T[]> {
  return (place) => (isSeq(place.node) ? list(read)(place) : [read(place)]);
}

/** A map whose keys are the file's own words: channels, codes. */
export function mapOf<T>(read: YamlReader<T>): YamlReader<Readonly<Record<string, T>>> {
  return (place) => Object.fromEntries(entriesOf(place).map(({ key, value }) => [key, read(value)]));
}

type Readers<T> = { readonly [K in keyof T]-?: YamlReader<Exclude<T[K], undefined>> };

/** A map with these keys and no others. An optional key with nothing behind it counts as not written. */
export function record<Required extends object, Optional extends object>(
  required: Readers<Required>,
  optional: Readers<Optional>,
): YamlReader<Required & Partial<Optional>> {
  const readers = new Map<string, YamlReader<unknown>>(Object.entries({ ...required, ...optional }));
  return (place) => {
    const read: Record<string, unknown> = {};
    for (const { key, value, keyPlace } of entriesOf(place)) {
      const reader = readers.get(key);
      if (!reader) throw unknownKey(keyPlace, key, place, [...readers.keys()]);
      if (isBlank(value) && !reader.takesBlank && !(key in required)) continue;
      read[key] = reader(value);
    }
    const missing = Object.keys(required).find((key) => !(key in read));
    if (missing) throw faultAt(place, `has no ${missing}. Write ${missing}: and its value.`);
    return read as Required & Partial<Optional>;
  };
}

/** The keys of a map, as the file writes them. */
export function keysOf(place: YamlPlace): string[] {
  return entriesOf(place).map(({ key }) => key);
}

interface Entry {
  readonly key: string;
  readonly value: YamlPlace;
  readonly keyPlace: YamlPlace;
}

function entriesOf(place: YamlPlace): Entry[] {
  if (!isMap(place.node)) throw faultAt(place, "is not a map. Write its parts as key: value.");
  return place.node.items.map((pair: Pair) => {
    const keyPlace = placeAt(place.source, pair.key, place.name);
    if (!isScalar(keyPlace.node)) throw faultAt(keyPlace, "has a key that is not a word.");
    const key = writtenIn(keyPlace.node);
    const name = place.name ? `${place.name}.${key}` : key;
    return { key, keyPlace, value: placeAt(place.source, pair.value, name, keyPlace.offset) };
  });
}

function unknownKey(keyPlace: YamlPlace, key: string, place: YamlPlace, known: readonly string[]): UserError {
  const where = whereIs(keyPlace.source, keyPlace.offset);
  const inside = place.name ? ` in ${place.name}` : "";
  const meant = didYouMean(key, known);
  return new UserError(`${where}: "${key}" is not known${inside}.${meant} Known are: ${known.join(", ")}.`);
}

function writtenIn(scalar: Scalar): string {
  return scalar.type === "PLAIN" && scalar.source !== undefined ? scalar.source : String(scalar.value);
}
