import type { TableKind } from "../vocabulary.ts";
import type { DateOrder, Dialect } from "./dialect.ts";

/** One file of a dataset, and what a person already knows about it. */
export interface LoadFile {
  readonly path: string;
  readonly kind?: TableKind;
  /** the file's own name, where the path is that of an upload */
  readonly name?: string;
  readonly dialect?: Partial<Dialect>;
}

export interface ReadOptions {
  readonly dates?: DateOrder | undefined;
  /** for times that do not say how far they are from UTC */
  readonly zone?: string | undefined;
  readonly skipBadRows?: boolean | undefined;
  readonly signal?: AbortSignal | undefined;
}
