import type { Database, Transaction } from "../database/database.ts";
import { text } from "../database/shape.ts";
import type {
  Answer,
  Decision,
  FieldSetting,
  FixEffort,
  Goal,
  Permission,
  Strategy,
  TableSetting,
  Thresholds,
} from "../vocabulary.ts";
import { usualThresholds } from "./empty-strategy.ts";

interface Parts {
  readonly name: string;
  readonly tables: TableSetting;
  readonly fields: FieldSetting;
  readonly goals: Goal;
  readonly decisions: Decision;
  readonly answers: Answer;
  readonly permitted: Permission;
  readonly efforts: FixEffort;
  readonly thresholds: Thresholds;
}

export type PartKind = keyof Parts;

export async function createStrategyStore(database: Database): Promise<void> {
  await database.run("workbench/create-schema");
  await database.run("workbench/create-strategy");
  await database.run("workbench/create-decision-changes");
}

/** The strategy that the workspace holds for a dataset; an empty one where nobody decided anything yet. */
export async function storedStrategy(database: Database | Transaction, dataset: string): Promise<Strategy> {
  const rows = await database.rows("workbench/strategy-parts", { kind: text, document: text }, { values: { dataset } });
  const parts = <K extends PartKind>(kind: K): Parts[K][] =>
    rows.filter((row) => row.kind === kind).map((row) => JSON.parse(row.document) as Parts[K]);
  return {
    name: parts("name")[0] ?? null,
    tables: parts("tables"),
    fields: parts("fields"),
    goals: parts("goals"),
    decisions: parts("decisions"),
    answers: parts("answers"),
    permitted: parts("permitted"),
    efforts: parts("efforts"),
    thresholds: parts("thresholds")[0] ?? usualThresholds,
  };
}

/** Adds a part, or puts it in the place of the one about the same thing. Kept once the promise resolves. */
export function keepPart<K extends PartKind>(
  database: Database,
  dataset: string,
  kind: K,
  part: Parts[K],
): Promise<void> {
  return database.transaction((transaction) => keepPartIn(transaction, dataset, kind, part));
}

export function dropPart<K extends PartKind>(
  database: Database,
  dataset: string,
  kind: K,
  part: Parts[K],
): Promise<void> {
  return database.transaction((transaction) => dropPartIn(transaction, dataset, kind, part));
}

/** Puts a whole strategy in the place of the stored one: an import. */
export function replaceStrategy(database: Database, dataset: string, strategy: Strategy): Promise<void> {
  return database.transaction((transaction) => replaceStrategyIn(transaction, dataset, strategy));
}

export async function replaceStrategyIn(transaction: Transaction, dataset: string, strategy: Strategy): Promise<void> {
  await transaction.run("workbench/drop-strategy", { values: { dataset } });
  const { name, thresholds, ...lists } = strategy;
  if (name !== null) await keepPartIn(transaction, dataset, "name", name);
  await keepPartIn(transaction, dataset, "thresholds", thresholds);
  for (const [kind, parts] of Object.entries(lists)) {
    for (const part of parts) await keepPartIn(transaction, dataset, kind as PartKind, part);
  }
}

/** Forgets everything decided about a dataset. */
export function forgetStrategy(database: Database, dataset: string): Promise<void> {
  return database.transaction(async (transaction) => {
    await transaction.run("workbench/drop-strategy", { values: { dataset } });
    await transaction.run("workbench/drop-decision-changes", { values: { dataset } });
  });
}

export function keepPartIn<K extends PartKind>(
  transaction: Transaction,
  dataset: string,
  kind: K,
  part: Parts[K],
): Promise<void> {
  const values = { dataset, kind, id: partId(kind, part), document: JSON.stringify(part) };
  return transaction.run("workbench/keep-strategy-part", { values });
}

export function dropPartIn<K extends PartKind>(
  transaction: Transaction,
  dataset: string,
  kind: K,
  part: Parts[K],
): Promise<void> {
  return transaction.run("workbench/drop-strategy-part", { values: { dataset, kind, id: partId(kind, part) } });
}

/** What a part is about: two parts with one id speak of the same thing, and the later one stands. */
export function partId<K extends PartKind>(kind: K, part: Parts[K]): string {
  const about = part as Partial<{ key: string; table: string; field: string; fix: string; goal: string }>;
  if (kind === "name" || kind === "thresholds") return kind;
  if (kind === "goals") return about.key ?? "";
  if (kind === "tables") return about.table ?? "";
  if (kind === "fields") return about.field ?? "";
  if (kind === "efforts") return JSON.stringify([about.fix ?? "", about.goal ?? null]);
  return JSON.stringify([about.field ?? "", about.goal ?? null]);
}
