import { basename } from "node:path";
import { customersTable } from "../datasets/dataset.ts";
import { type LoadOptions, loadDataset } from "../datasets/load-dataset.ts";
import { unknownNames } from "../goals/unknown-names.ts";
import type { Dataset, Strategy } from "../vocabulary.ts";
import type { Workbench } from "../workbench.ts";
import { readFileArgument } from "./file-arguments.ts";
import { type LoadFlags, loadOptions } from "./load-options.ts";
import type { Progress } from "./show-progress.ts";
import type { Terminal } from "./terminal.ts";

interface LoadFilesContext {
  readonly terminal: Terminal;
  readonly progress: Progress;
  readonly signal?: AbortSignal;
  readonly keepWith?: LoadOptions["keepWith"];
}

/** Loads the files named on the command line as one dataset and says on stderr what the reader should know of it. */
export async function loadFiles(
  { database, folders }: Workbench,
  files: readonly string[],
  strategy: Strategy,
  flags: LoadFlags,
  { terminal, progress, signal, keepWith }: LoadFilesContext,
): Promise<Dataset> {
  const named = files.map(readFileArgument);
  const first = named[0];
  const dataset = await loadDataset({ database, incoming: folders.incoming }, named, {
    ...loadOptions(flags),
    name: strategy.name ?? (first ? basename(first.path).replace(/\..*$/, "") : "customers"),
    settings: strategy.tables,
    keepWith,
    progress,
    signal,
  });
  for (const warning of [...dataset.warnings, ...unknownNames(strategy, dataset)]) terminal.err(`${warning}\n`);
  if (customersTable(dataset).records === 0) terminal.err("The customers table holds no records.\n");
  return dataset;
}
