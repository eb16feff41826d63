import type { Database } from "../database/database.ts";
import { literal, type Name, type Names, type Sql } from "../database/sql-text.ts";
import type { FieldProfile } from "../vocabulary.ts";
import { meaningOf } from "./meanings.ts";

/** A field at less detail. */
export interface Level {
  /** as `keepAs` of strategy.yaml writes it */
  readonly key: string;
  readonly label: string;
  /** is its value a number or a date? else a text */
  readonly ordered: boolean;
  /** does it hide nothing but values held by too few? */
  readonly onlyRare?: boolean;
  /** customers whose value is called “Other”, because fewer than `under` hold it; absent where there is none */
  readonly rare?: { readonly under: number; readonly customers: number };
  /** the level over the customers relation; an empty cell stays empty */
  expression(database: Pick<Database, "fragment">, field: string | Sql): Sql;
}

type Measured = Pick<FieldProfile, "name" | "type" | "meaning" | "spread" | "top" | "distinct" | "rare">;

/**
 * The human levels of a field, from the finest to the coarsest; none for fields that cannot be made coarser. Values held by
 * too few are together at every level of a text or a place (method §6).
 */
export function levelsOf(profile: Measured): Level[] {
  if (meaningOf(profile.meaning).direct) return [];
  const levels = humanLevels(profile).map((level) => withoutRare(profile, level));
  return [...commonOnly(profile), ...levels];
}

function humanLevels(profile: Measured): Level[] {
  const { type, meaning } = profile;
  if (type === "date") return dateLevels(meaning === "birth-date");
  if (type === "time") return [level("day", "Day", "level-day"), ...dateLevels(false)];
  if (meaning === "postcode") return postcodeLevels;
  if (profile.distinct <= 4 && type !== "text") return [];
  if (meaning === "age" && type !== "text") return [band(5, "5-year age band"), band(10, "10-year age band")];
  if (meaning === "birth-year" && type !== "text")
    return [band(5, "5 years of birth together"), band(10, "10 years of birth together")];
  if (type === "integer" && /month/i.test(profile.name) && meaning === "tenure") return monthLevels;
  if (type === "integer" || type === "number") return numberLevels(profile);
  if (type === "text") return textLevels(profile);
  return [];
}

function dateLevels(birth: boolean): Level[] {
  return [
    level("month", "Month and year", "level-month"),
    level("quarter", "Quarter and year", "level-quarter"),
    level("year", birth ? "Year of birth" : "Year", "level-year"),
    level("10-years", birth ? "10-year age band" : "10 years together", "level-year-band", {
      width: literal(10),
    }),
  ];
}

const postcodeLevels: Level[] = [2, 1].map((letters) =>
  level(
    letters === 1 ? "first" : `first-${letters}`,
    letters === 1 ? "Wider region (first letter or digit)" : `Region (first ${letters} letters or digits)`,
    "level-first-letters",
    { letters: literal(letters) },
  ),
);

/** A number of months by the year. */
const monthLevels: Level[] = [band(12, "Years"), band(24, "2 years together"), band(60, "5 years together")];

/** Bands of 1, 2 or 5 times a power of ten, about 20, 10 and 4 of them over the usual range. */
function numberLevels({ spread, type }: Measured): Level[] {
  if (!spread) return [];
  const range = Math.abs(spread.maximum ?? spread.median * 2) + Math.abs(spread.minimum ?? 0) || 1;
  const widths = [20, 10, 4].map((bands) => roundWidth(range / bands));
  const useful = [...new Set(widths)].filter((width) => type === "number" || width > 1);
  return useful.map((width) => band(width, `Bands of ${width.toLocaleString("en")}`));
}

function roundWidth(width: number): number {
  const power = 10 ** Math.floor(Math.log10(width));
  const times = [1, 2, 5, 10].find((times) => times * power >= width * 0.999) ?? 10;
  return Number((times * power).toPrecision(1));
}

/** The value as it is, but for those held by too few. */
function commonOnly({ rare }: Measured): Level[] {
  const common = rare?.levels.find(({ level }) => level === null);
  if (!rare || !common) return [];
  return [
    {
      ...level(
        "common",
        `Values of fewer than ${rare.under} customers together`,
        "level-common-values",
        named(common.values),
      ),
      onlyRare: true,
      rare: { under: rare.under, customers: common.others },
    },
  ];
}

function withoutRare({ rare }: Measured, level: Level): Level {
  const common = rare?.levels.find((one) => one.level === level.key);
  if (!rare || !common) return level;
  return {
    ...level,
    rare: { under: rare.under, customers: common.others },
    expression: (database, field) =>
      database.fragment("profiles/level-common-values", {
        field: level.expression(database, field),
        ...named(common.values),
      }),
  };
}

function named(values: readonly string[]) {
  return { values: values.map(literal), other: literal("Other") };
}

function textLevels({ top, distinct, rare }: Measured): Level[] {
  const values = top.flatMap(({ value, count }) => (value !== null && count >= (rare?.under ?? 0) ? [value] : []));
  return [10, 5]
    .filter((kept) => distinct > kept + 1 && values.length >= kept)
    .map((kept) =>
      level(
        `top-${kept}`,
        `The ${kept} commonest, the rest together`,
        "level-common-values",
        named(values.slice(0, kept)),
      ),
    );
}

function band(width: number, label: string): Level {
  return level(`${width}-bands`, label, "level-number-band", { width: literal(width) });
}

function level(key: string, label: string, query: string, more: Readonly<Record<string, Name>> = {}): Level {
  return {
    key,
    label,
    ordered: query !== "level-first-letters" && query !== "level-common-values",
    expression: (database, field) => database.fragment(`profiles/${query}`, { field, ...more } satisfies Names),
  };
}
