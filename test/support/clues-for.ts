import { type Clues, cluesOf } from "../../server/profiles/clues.ts";
import type { FieldType, Table, TableKind, TableLayout } from "../../server/vocabulary.ts";
import { factsOfValues } from "./facts-of-values.ts";
import { noLayout } from "./no-layout.ts";

export interface MadeUpField {
  readonly name: string;
  readonly type?: FieldType;
  readonly values?: readonly (string | null)[];
  readonly kind?: TableKind;
  readonly layout?: Partial<TableLayout>;
}

/** The clues of one made-up field, alone in its table. */
export function cluesFor({ name, type = "text", values = [], kind = "customers", layout = {} }: MadeUpField): Clues {
  const field = { name, slug: "field", type };
  const table: Table = {
    name: "table",
    slug: "table",
    kind,
    records: values.length,
    fields: [field],
    layout: { ...noLayout, ...layout },
    sha256: "",
    rejected: 0,
    copiesRemoved: 0,
  };
  return cluesOf({ table, field, aboutCustomers: kind !== "reference" }, factsOfValues(values));
}
