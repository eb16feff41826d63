import { existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { monitorEventLoopDelay } from "node:perf_hooks";
import { chooseGoals } from "../../server/commands/choose-goals.ts";
import { loadFiles } from "../../server/commands/load-files.ts";
import { readStrategyFile } from "../../server/commands/read-strategy-file.ts";
import { emptyStrategy } from "../../server/goals/empty-strategy.ts";
import { measureDataset } from "../../server/measure-dataset.ts";
import { packageRoot } from "../../server/package-root.ts";
import { profileAsOf } from "../../server/plans/sort-dataset.ts";
import { openWorkbench } from "../../server/workbench.ts";

const quiet = {
  terminal: { out: () => undefined, err: () => undefined, showsProgress: false },
  progress: () => undefined,
};

/** How long the event loop is held up, at most, while a dataset is loaded, sorted and measured. Milliseconds. */
export async function eventLoopDelay(telco: string): Promise<{ about: string; delay: number }[]> {
  const sample = join(packageRoot(), "sample-data/harbour-mobile");
  const tables = readdirSync(sample)
    .filter((name) => name.endsWith(".csv"))
    .map((name) => join(sample, name));
  const jobs = [{ about: "sample", files: tables, strategy: join(sample, "strategy.yaml"), outcome: null }];
  const both = existsSync(telco)
    ? [{ about: "telco", files: [telco], strategy: null, outcome: "Churn=Yes" }, ...jobs]
    : jobs;
  const delays = [];
  for (const { about, files, strategy, outcome } of both) {
    delays.push({ about, delay: await measure(files, strategy, outcome) });
  }
  return delays;
}

async function measure(files: readonly string[], strategyFile: string | null, outcome: string | null): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), "winnow-bench-"));
  const workbench = await openWorkbench({ folder, inMemory: true, files });
  const strategy = strategyFile ? readStrategyFile(strategyFile) : emptyStrategy();
  const monitor = monitorEventLoopDelay({ resolution: 1 });
  monitor.enable();
  const dataset = await loadFiles(workbench, files, strategy, {}, quiet);
  const { profiles } = await profileAsOf(workbench, dataset, strategy, {});
  const goals = chooseGoals(outcome ? { outcome } : {}, strategy, dataset, profiles);
  await measureDataset(workbench, dataset, strategy, goals, { seed: 1 });
  monitor.disable();
  await workbench.close();
  rmSync(folder, { recursive: true, force: true });
  return monitor.percentile(99.9) / 1e6;
}
