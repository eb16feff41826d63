import type { Database } from "../../database/database.ts";
import { identifier, literal, type Sql } from "../../database/sql-text.ts";
import type { Field, FieldProfile } from "../../vocabulary.ts";
import { leastPerValue } from "../untestable.ts";
import type { RolledTable, RollUp, RollUpKind } from "./roll-up.ts";
import type { JoinedTable } from "./roll-up-tables.ts";

export interface PlanOptions {
  /** by field of the table; a field without a profile is not summed up */
  readonly profiles: ReadonlyMap<string, FieldProfile>;
  /** the kinds of events that are told apart */
  readonly kinds: readonly string[];
  /** how many customers there are */
  readonly customers: number;
  /** names that are taken: no roll-up may be called like a field */
  readonly taken: Set<string>;
}

/** What the records of one table can add up to for each customer, whatever of it turns out to tell anything. */
export function planRollUps(database: Database, joined: JoinedTable, options: PlanOptions): RolledTable {
  const { table, key, customer, at, within, beforeOutcome, cutOff } = joined;
  const { event, arrived, updated } = table.layout;
  const own = new Set([key, at, arrived, updated]);
  const make = maker(table.name, options.taken);
  const summed = table.fields.flatMap((field) => {
    const profile = options.profiles.get(field.name);
    return profile && !own.has(field.name) ? ofField(database, joined, { field, profile }, options, make) : [];
  });
  const everything = { name: at ?? key, kind: null };
  const kinds = event !== null && options.profiles.has(event) ? options.kinds : [];
  const counted = [everything, ...kinds.map((kind) => ({ name: event ?? key, kind }))];
  const happened = counted.flatMap(({ name, kind }): RollUp[] => {
    if (!options.profiles.has(name)) return [];
    const which =
      kind === null || event === null
        ? database.fragment("evidence/every-record")
        : database.fragment("evidence/roll-up-is-kind", { event, kind: literal(kind) });
    const count = database.fragment("evidence/roll-up-count", { which });
    const last =
      at === null || cutOff === null
        ? null
        : database.fragment("evidence/roll-up-recency", { at, cut_off: literal(cutOff), which });
    return [
      make("count", `number of ${kind ?? "records"}`, name, "integer", count),
      ...(last ? [make("recency", `days since the last ${kind ?? "record"}`, name, "number", last)] : []),
    ];
  });
  const rollUps = [...happened, ...summed];
  return { table: table.name, key, customer, at: cutOff === null ? null : at, event, within, beforeOutcome, rollUps };
}

/** Numbers that only stand for something: nobody adds them up. */
const code = /(?:^|[^a-z])(?:id|key|no|nr|code|sku|upc|ean|zip)$|[a-z](?:Id|ID|Key|No|Nr|Code)$/;

type Make = (kind: RollUpKind, label: string, field: string, type: Field["type"], aggregate: Sql) => RollUp;

function maker(table: string, taken: Set<string>): Make {
  return (kind, label, field, type, aggregate) => {
    let name = `${table}: ${label}`;
    for (let number = 2; taken.has(name); number++) name = `${table}: ${label} (${number})`;
    taken.add(name);
    return { name, label, kind, of: { table, field }, type, aggregate };
  };
}

function ofField(
  database: Database,
  joined: JoinedTable,
  { field, profile }: { readonly field: Field; readonly profile: FieldProfile },
  { customers }: PlanOptions,
  make: Make,
): RollUp[] {
  const { name, type } = field;
  const value = knownValue(database, field, joined.cutOff);
  const different = () =>
    make("distinct", `number of different ${name}`, name, "integer", fragment(database, "roll-up-distinct", value));
  const last = () => lastOf(database, joined, { field, value }, make);
  const points = profile.meaning.endsWith("-id") || profile.sensitivity === "identifying" || code.test(name);
  if (type === "date" || type === "time") return points ? [] : [last()];
  if (points) return [different()];
  if (type === "text") {
    const few = profile.distinct * leastPerValue <= customers;
    return few ? [last(), different()] : [different()];
  }
  return [
    make("sum", `sum of ${name}`, name, "number", fragment(database, "roll-up-sum", value)),
    make("mean", `mean of ${name}`, name, "number", fragment(database, "roll-up-mean", value)),
    last(),
  ];
}

/** The last value; where the table has no time, the only one. */
function lastOf(
  database: Database,
  { at }: JoinedTable,
  { field: { name, type }, value }: { readonly field: Field; readonly value: Sql },
  make: Make,
): RollUp {
  return at === null
    ? make("only", name, name, type, fragment(database, "roll-up-only", value))
    : make("last", `last ${name}`, name, type, database.fragment("evidence/roll-up-last", { value, at }));
}

/** The field, and of moments only those that had come. */
function knownValue(database: Database, { name, type }: Field, cutOff: string | null): Sql {
  return cutOff !== null && (type === "date" || type === "time")
    ? database.fragment("evidence/roll-up-value-within", { field: name, cut_off: literal(cutOff) })
    : identifier(name);
}

function fragment(database: Database, query: string, value: Sql): Sql {
  return database.fragment(`evidence/${query}`, { value });
}
