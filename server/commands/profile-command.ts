import { Command } from "commander";
import { emptyStrategy } from "../goals/empty-strategy.ts";
import { profileAsOf } from "../plans/sort-dataset.ts";
import type { FieldProfile } from "../vocabulary.ts";
import type { CommandContext } from "./command-context.ts";
import { readFileArgument } from "./file-arguments.ts";
import { loadFiles } from "./load-files.ts";
import { addLoadOptions, type LoadFlags } from "./load-options.ts";
import { readStrategyFile } from "./read-strategy-file.ts";
import { showProgress } from "./show-progress.ts";
import { withTemporaryWorkbench } from "./with-temporary-workbench.ts";

interface ProfileFlags extends LoadFlags {
  readonly strategy?: string;
  readonly json?: boolean;
}

export function profileCommand({ terminal }: CommandContext): Command {
  const command = new Command("profile")
    .description("what each field is")
    .argument("<file...>", "tables of one dataset; kind=path names a table's kind")
    .option("--strategy <file>", "corrections of a strategy.yaml")
    .option("--json", "print one JSON document");
  return addLoadOptions(command).action(async (files: string[], flags: ProfileFlags) => {
    const strategy = flags.strategy ? readStrategyFile(flags.strategy) : emptyStrategy();
    const paths = files.map((file) => readFileArgument(file).path);
    const { progress, clear } = showProgress(terminal);
    const profiles = await withTemporaryWorkbench({ files: paths, seed: 1, threads: 2 }, async (workbench) => {
      const dataset = await loadFiles(workbench, files, strategy, flags, { terminal, progress });
      return (await profileAsOf(workbench, dataset, strategy, { progress })).profiles;
    }).finally(clear);
    terminal.out(flags.json ? `${JSON.stringify({ profile: profiles.map(asDocument) }, null, 2)}\n` : asText(profiles));
  });
}

function asDocument(profile: FieldProfile): object {
  const { table, name, meaning, meaningReason, sensitivity, origin, records, filled, distinct, approximate } = profile;
  const updated = profile.freshness?.latest ?? null;
  return { table, name, meaning, meaningReason, sensitivity, origin, records, filled, distinct, approximate, updated };
}

function asText(profiles: readonly FieldProfile[]): string {
  const rows = profiles.map((profile) => [
    `${profile.table}.${profile.name}`,
    profile.meaning,
    profile.sensitivity,
    profile.origin,
    `${profile.records ? Math.round((100 * profile.filled) / profile.records) : 0} % filled`,
    `${profile.approximate ? "about " : ""}${profile.distinct.toLocaleString("en-GB")} values`,
  ]);
  const widths = [0, 1, 2, 3, 4].map((column) => Math.max(0, ...rows.map((row) => row[column]?.length ?? 0)));
  return rows
    .map(
      (row) =>
        `${row
          .map((cell, column) => cell.padEnd(widths[column] ?? 0))
          .join("  ")
          .trimEnd()}\n`,
    )
    .join("");
}
