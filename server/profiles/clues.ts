import type { FieldType, Table } from "../vocabulary.ts";
import type { FieldFacts } from "./field-facts.ts";
import { type FieldName, readFieldName } from "./field-name.ts";
import type { FieldPlace } from "./field-place.ts";
import { type Family, familyOf, type HeaderMatch, matchHeader } from "./match-header.ts";
import type { MeaningCode } from "./meanings.ts";
import { shareOf, type ValueShape } from "./value-shapes.ts";

/** Everything that a field's meaning may be read from. */
export interface Clues {
  readonly table: Table;
  readonly aboutCustomers: boolean;
  readonly field: string;
  readonly type: FieldType;
  readonly family: Family;
  readonly name: FieldName;
  readonly header: HeaderMatch | null;
  readonly facts: FieldFacts;
  readonly empty: boolean;
  /** two values that say yes and no, in whatever words */
  readonly yesNo: boolean;
  /** every filled record has a value of its own */
  readonly unique: boolean;
  /** share of the different values that have this shape; 0 where nothing is filled */
  share(shape: ValueShape): number;
}

/** The place of the field, without what queries need. */
export type Asked = Pick<FieldPlace, "table" | "field" | "aboutCustomers">;

export interface Recognised {
  readonly code: MeaningCode;
  readonly reason: string;
}

export function cluesOf({ table, field, aboutCustomers }: Asked, facts: FieldFacts): Clues {
  const shares = new Map<ValueShape, number>();
  const name = readFieldName(field.name);
  const family = familyOf(field.type);
  const share = (shape: ValueShape) => {
    const known = shares.get(shape) ?? shareOf(facts.sample, shape);
    shares.set(shape, known);
    return known;
  };
  return {
    table,
    aboutCustomers,
    field: field.name,
    type: field.type,
    family,
    name,
    header: matchHeader(field.name, name, family),
    facts,
    empty: facts.filled === 0,
    yesNo: field.type === "boolean" || (facts.distinct >= 1 && facts.distinct <= 3 && saysYesNo(facts.sample)),
    unique: facts.filled >= 20 && facts.distinct === facts.filled,
    share,
  };
}

const pairs = ["yes no", "y n", "true false", "t f", "ja nein", "ja nee", "oui non", "si no", "sí no", "1 0", "on off"];

function saysYesNo(sample: readonly string[]): boolean {
  const values = sample.map((value) => value.trim().toLowerCase());
  const pair = pairs.find((words) => words.split(" ").every((word) => values.includes(word)));
  if (pair) return values.length <= 2 || pair !== "1 0";
  return values.length === 1 && ["yes", "no", "true", "false"].includes(values[0] ?? "");
}
