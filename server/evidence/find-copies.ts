import type { Database } from "../database/database.ts";
import { count } from "../database/shape.ts";
import { relation, type Sql } from "../database/sql-text.ts";
import { customersTable } from "../datasets/dataset.ts";
import type { Progress } from "../jobs/serve-tasks.ts";
import { type Dependency, findDependencies } from "../model/dependencies.ts";
import type { Dataset, Field } from "../vocabulary.ts";
import { ValueReader } from "./encoding/value-reader.ts";

/** `field` says nothing that `of` does not. */
export interface FoundCopy {
  readonly field: string;
  readonly of: string;
  /** duplicate: one to one, so that each is a copy of the other; derived: several values of `of` may share one */
  readonly kind: "duplicate" | "derived";
  readonly mapping: "same-values" | "one-to-one" | "many-to-one";
}

export interface Copies {
  /** every exact dependency; between duplicates both ways */
  readonly copies: readonly FoundCopy[];
  /** fields that are duplicates of each other, in file order */
  readonly clusters: readonly (readonly string[])[];
}

export interface CopiesOptions {
  /** most records read to find what may be a copy; the finds are confirmed on all records */
  readonly mostRead?: number;
  readonly signal?: AbortSignal | undefined;
  readonly progress?: Progress | undefined;
}

const mostRead = 20_000;

/**
 * Exact duplicates and derivations among fields of the customers table, on all records. A field with more values than
 * a twentieth of the records is a duplicate at most. Whom to keep of a cluster is for the caller to choose.
 */
export async function findCopies(
  database: Database,
  dataset: Dataset,
  fields: readonly Field[],
  options: CopiesOptions = {},
): Promise<Copies> {
  if (fields.length < 2) return { copies: [], clusters: [] };
  const table = customersTable(dataset);
  const customers = relation(dataset.schema, table.name);
  const { signal, progress = () => undefined } = options;
  const every = Math.max(1, Math.ceil(table.records / (options.mostRead ?? mostRead)));
  progress(0, 2, "Looking for copies");
  const readers = fields.map(() => new ValueReader());
  const names = { customers, fields: fields.map(({ name }) => name) };
  await database.chunks("evidence/copies-values", { names, values: { every }, signal }, (chunk) => {
    for (const [index, reader] of readers.entries()) reader.read(chunk.getColumnVector(index), chunk.rowCount);
  });
  const found = findDependencies(
    readers.map((reader) => reader.column()),
    table.records / 20,
  );
  progress(1, 2, "Confirming copies");
  const copies: FoundCopy[] = [];
  for (const { from, to, oneToOne } of found) {
    const [one, other] = [fields[from]!.name, fields[to]!.name];
    if (every > 1) {
      const copy = await confirm(database, customers, one, other, table.records / 20, signal);
      if (copy) copies.push(copy);
    } else copies.push(describe(one, other, oneToOne, oneToOne && sameValues(readers, { from, to })));
  }
  progress(2, 2, "Done");
  return { copies, clusters: clustersOf(fields, copies) };
}

function describe(of: string, field: string, oneToOne: boolean, same: boolean): FoundCopy {
  if (!oneToOne) return { field, of, kind: "derived", mapping: "many-to-one" };
  return { field, of, kind: "duplicate", mapping: same ? "same-values" : "one-to-one" };
}

function sameValues(readers: readonly ValueReader[], { from, to }: Pick<Dependency, "from" | "to">): boolean {
  const others = readers[to]!.texts();
  return readers[from]!.texts().every((text, record) => text === others[record]);
}

/** The same question, put to every record. */
async function confirm(
  database: Database,
  customers: Sql,
  one: string,
  other: string,
  mostDistinct: number,
  signal: AbortSignal | undefined,
): Promise<FoundCopy | undefined> {
  const { pairs, ofOne, ofOther, unlike } = await database.row(
    "evidence/copies-values-paired",
    { pairs: count, ofOne: count, ofOther: count, unlike: count },
    { names: { customers, one, other }, signal },
  );
  const oneToOne = pairs === ofOne && pairs === ofOther;
  if (pairs !== ofOne || (!oneToOne && ofOne > mostDistinct)) return undefined;
  return describe(one, other, oneToOne, unlike === 0);
}

function clustersOf(fields: readonly Field[], copies: readonly FoundCopy[]): string[][] {
  const clusters: string[][] = [];
  for (const { name } of fields) {
    const twins = copies.filter(({ kind, of }) => kind === "duplicate" && of === name).map(({ field }) => field);
    if (twins.length === 0 || clusters.some((cluster) => cluster.includes(name))) continue;
    clusters.push(fields.map((field) => field.name).filter((other) => other === name || twins.includes(other)));
  }
  return clusters;
}
