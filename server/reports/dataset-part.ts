import type { Dataset, TableKind } from "../vocabulary.ts";

/** Which bytes a report is about. `sha256` is of each file as given, before unpacking. */
export interface DatasetPart {
  readonly name: string;
  readonly tables: readonly {
    readonly name: string;
    readonly kind: TableKind;
    readonly records: number;
    readonly fields: number;
    readonly sha256: string;
    readonly rejected: number;
    readonly copiesRemoved: number;
  }[];
}

export function datasetPart(dataset: Dataset): DatasetPart {
  return {
    name: dataset.name,
    tables: dataset.tables.map(({ name, kind, records, fields, sha256, rejected, copiesRemoved }) => ({
      name,
      kind,
      records,
      fields: fields.length,
      sha256,
      rejected,
      copiesRemoved,
    })),
  };
}
