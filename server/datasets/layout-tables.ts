import { UserError } from "../errors.ts";
import type { Dataset, Table, TableLayout, TableSetting } from "../vocabulary.ts";
import { layoutByNames } from "./layout-words.ts";

/**
 * The dataset as a strategy's `tables:` corrects it. What the strategy does not say stays as guessed. A table that is not loaded is
 * warned about.
 * @throws UserError where it names a field that the table has not, or leaves no customers table
 */
export function layoutTables(dataset: Dataset, settings: readonly TableSetting[]): Dataset {
  const tables = dataset.tables.map((table) => {
    const setting = settings.find((one) => one.table === table.name);
    return setting ? withSetting(table, setting) : table;
  });
  const absent = settings.filter((setting) => !dataset.tables.some(({ name }) => name === setting.table));
  const customers = settings.find(
    ({ table, kind }) => kind === "customers" && tables.some(({ name }) => name === table),
  );
  const one = customers
    ? tables.map((table) =>
        table.kind === "customers" && table.name !== customers.table ? { ...table, kind: "reference" as const } : table,
      )
    : tables;
  if (!one.some(({ kind }) => kind === "customers")) {
    throw new UserError("The strategy's tables: leave no customers table. Give one of them kind: customers.");
  }
  const warnings = absent.map(({ table }) => `The strategy's tables: name ${table}, which is not loaded.`);
  return { ...dataset, tables: one, warnings: [...dataset.warnings, ...warnings] };
}

const named = ["key", "event", "at", "arrived", "updated", "channel", "purpose", "state"] as const;

/** One table with what a person said about it. */
export function withSetting(table: Table, setting: TableSetting): Table {
  const { table: _, kind, ...said } = setting;
  for (const part of named) {
    const field = said[part];
    if (field !== undefined && field !== null && !table.fields.some(({ name }) => name === field)) {
      throw new UserError(
        `The strategy's tables: say ${part}: ${field} for ${table.name}, which has no such field. It has ${table.fields
          .slice(0, 12)
          .map(({ name }) => name)
          .join(", ")}.`,
      );
    }
  }
  const given = Object.fromEntries(
    Object.entries(said).filter(([, value]) => value !== undefined),
  ) as Partial<TableLayout>;
  const guessed =
    kind === undefined || kind === table.kind ? table.layout : layoutByNames(table.fields, kind, table.layout.key);
  const layout: TableLayout = { ...guessed, joins: table.layout.joins, zone: table.layout.zone, ...given };
  return {
    ...table,
    kind: kind ?? table.kind,
    layout: { ...layout, yes: layout.yes.map((word) => word.toLowerCase()) },
  };
}
