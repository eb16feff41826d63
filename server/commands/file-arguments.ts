import { existsSync } from "node:fs";
import { resolve } from "node:path";
import type { LoadFile } from "../datasets/load-dataset.ts";
import type { TableKind } from "../vocabulary.ts";

const kinds: readonly string[] = ["customers", "events", "consents", "reference"] satisfies TableKind[];

/** `kind=path` names a table's kind; anything else before `=` belongs to the path. */
export function readFileArgument(argument: string): LoadFile {
  const [before, ...after] = argument.split("=");
  if (before !== undefined && after.length && kinds.includes(before) && !existsSync(argument)) {
    return { path: resolve(after.join("=")), kind: before as TableKind };
  }
  return { path: resolve(argument) };
}
