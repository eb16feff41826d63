import type { Rejects } from "./rejects.ts";

/** A file read into a temporary table of the session, before its columns are read as more than text. */
export interface RawTable {
  /** in the order of the file */
  readonly names: readonly string[];
  /** columns whose type the file itself says; the others are text */
  readonly typed: ReadonlyMap<string, TypedColumn>;
  readonly warnings: readonly string[];
  readonly rejects: Rejects;
}

export interface TypedColumn {
  readonly type: "integer" | "number" | "boolean" | "date" | "time";
  readonly written: string | null;
  /** a time that does not say its zone */
  readonly unzoned: boolean;
}

/** The temporary table of a session that holds the file as it was read. */
export const raw = "raw_table";
