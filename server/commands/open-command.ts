import { existsSync, readdirSync } from "node:fs";
import type { Server } from "node:http";
import { homedir } from "node:os";
import { basename, join, resolve } from "node:path";
import { type Command, InvalidArgumentError, Option } from "commander";
import { listDatasets } from "../datasets/list-datasets.ts";
import { near } from "../did-you-mean.ts";
import { UserError } from "../errors.ts";
import { emptyStrategy } from "../goals/empty-strategy.ts";
import { replaceStrategyIn } from "../goals/strategy-store.ts";
import { packageRoot } from "../package-root.ts";
import { openWorkbench, type Workbench } from "../workbench.ts";
import type { CommandContext } from "./command-context.ts";
import { readFileArgument } from "./file-arguments.ts";
import { loadFiles } from "./load-files.ts";
import { addLoadOptions, type LoadFlags, wholeNumber } from "./load-options.ts";
import { readStrategyFile } from "./read-strategy-file.ts";

/** Starts answering requests; resolves once it listens. */
export type Serve = (workbench: Workbench, port: number) => Promise<Server>;
/** Shows an address in the reader's browser. */
export type Browse = (address: string) => Promise<void>;

interface OpenFlags extends LoadFlags {
  readonly port: number;
  readonly workspace: string;
  readonly open: boolean;
}

/** `winnow [FILE…]`: the workbench, with the files loaded; an empty workspace opens with the sample loaded. */
export function openCommand(program: Command, context: CommandContext, serve: Serve, browse: Browse): void {
  addLoadOptions(
    program
      .argument("[file...]", "tables of one dataset to load; kind=path names a table's kind")
      .addOption(new Option("--port <port>", "where the workbench listens").default(4747).argParser(portNumber))
      .option("--workspace <dir>", "where everything is kept", join(homedir(), ".winnow"))
      .option("--no-open", "do not open a browser"),
  ).action(async (files: string[], flags: OpenFlags) => {
    const sample = sampleFiles();
    const paths = files.map((file) => readFileArgument(file).path);
    for (const path of paths) if (!existsSync(path)) throw noFile(path, program);
    const workbench = await openWorkbench({ folder: resolve(flags.workspace), files: [...paths, ...sample] });
    const server = await serve(workbench, flags.port).catch(async (error: unknown) => {
      await workbench.close();
      throw portTaken(error, flags.port);
    });
    const stop = new AbortController();
    context.onStop(() => stop.abort());
    const address = `http://localhost:${flags.port}`;
    context.terminal.out(`Winnow is open at ${address}. Everything stays on this computer. Press Ctrl+C to stop.\n`);
    try {
      await loadFirst(workbench, files, sample, flags, context, stop.signal);
    } catch (error) {
      await close(server, workbench);
      if (stop.signal.aborted) return;
      throw error;
    }
    if (stop.signal.aborted) return close(server, workbench);
    stop.signal.addEventListener("abort", () => void close(server, workbench));
    if (flags.open) await browse(address).catch(() => undefined);
  });
}

async function loadFirst(
  workbench: Workbench,
  files: readonly string[],
  sample: readonly string[],
  flags: LoadFlags,
  { terminal }: CommandContext,
  signal: AbortSignal,
): Promise<void> {
  const quiet = { terminal, progress: () => undefined, signal };
  if (files.length) {
    await loadFiles(workbench, files, emptyStrategy(), flags, quiet);
  } else if (sample.length && !(await listDatasets(workbench.database)).length) {
    const strategy = readStrategyFile(join(sampleFolder(), "strategy.yaml"));
    await loadFiles(workbench, sample, { ...strategy, name: "Harbour Mobile" }, flags, {
      ...quiet,
      keepWith: (transaction, slug) => replaceStrategyIn(transaction, slug, strategy),
    });
  }
}

function sampleFolder(): string {
  return join(packageRoot(), "sample-data", "harbour-mobile");
}

function sampleFiles(): string[] {
  if (!existsSync(sampleFolder())) return [];
  const tables = readdirSync(sampleFolder()).filter((name) => name.endsWith(".csv"));
  return tables.sort().map((name) => join(sampleFolder(), name));
}

function noFile(path: string, program: Command): UserError {
  const meant = near(
    basename(path),
    program.commands.map((command) => command.name()),
  )[0];
  const hint = meant ? `Did you mean the command “${meant}”?` : "Is the path right?";
  return new UserError(`There is no file ${path}. ${hint}`);
}

function portNumber(text: string): number {
  const port = wholeNumber(text);
  if (port > 65_535) throw new InvalidArgumentError("The highest port is 65535.");
  return port;
}

function portTaken(error: unknown, port: number): unknown {
  if ((error as NodeJS.ErrnoException).code !== "EADDRINUSE") return error;
  return new UserError(`Port ${port} is in use, perhaps by another Winnow. Choose another: --port ${port + 1}.`);
}

async function close(server: Server, workbench: Workbench): Promise<void> {
  server.close();
  server.closeAllConnections();
  await workbench.close();
}
