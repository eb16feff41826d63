import { forgetDataset, type LoadFile, type LoadOptions, loadDataset } from "../datasets/load-dataset.ts";
import { replaceStrategyIn } from "../goals/strategy-store.ts";
import type { Job, JobContext } from "../jobs/jobs.ts";
import { settle } from "../jobs/settle.ts";
import { profilesOf } from "../profiles/profiles-of.ts";
import type { Dataset, Strategy } from "../vocabulary.ts";
import { countIdentified } from "./group-risk.ts";
import { ofStage } from "./load-stages.ts";
import type { Site } from "./site.ts";
import { urls } from "./urls.ts";

export interface Load {
  readonly name: string;
  readonly files: readonly LoadFile[];
  readonly options: LoadOptions;
  readonly strategy: Strategy;
  /** runs once the tables are in */
  readonly after?: () => Promise<void>;
}

/** Loads files and looks at every field, so that the first page is there at once. Its result says where to go on. */
export function startLoad(site: Site, load: Load): Job<{ readonly next: string }> {
  return site.workbench.jobs.start(`Loading ${load.name}`, null, async (context) => {
    const dataset = await loadTables(site, load, context);
    try {
      await lookAtFields(site, dataset, load.strategy, context);
    } catch (error) {
      // Cancelled or broken: half a dataset would be worse than none.
      await forgetDataset(site.workbench.database, dataset.slug);
      throw error;
    }
    await load.after?.();
    return { next: urls.fields(dataset.slug) };
  });
}

async function loadTables(site: Site, load: Load, { signal, progress }: JobContext): Promise<Dataset> {
  const { database, folders, now } = site.workbench;
  let furthest = 0;
  return loadDataset({ database, incoming: folders.incoming }, load.files, {
    ...load.options,
    name: load.name,
    // Nobody is to meet the tables without the strategy that came with them, whenever the power goes.
    keepWith: (transaction, slug) => replaceStrategyIn(transaction, slug, load.strategy),
    now,
    signal,
    // Two parts of a load tell their progress in turn: what was reached stays reached.
    progress: (done, total, words) => {
      furthest = Math.max(furthest, ofStage(0, done / total));
      progress(furthest, 100, words);
    },
  });
}

async function lookAtFields(site: Site, dataset: Dataset, strategy: Strategy, context: JobContext): Promise<void> {
  const { workbench } = site;
  const { signal, progress } = context;
  progress(60, 100, "");
  const profiles = await settle(workbench.jobs, await profilesOf(workbench, dataset, strategy), {
    signal,
    progress: (done, total, words) => progress(ofStage(1, total ? done / total : 0), 100, words),
  });
  progress(95, 100, "");
  await settle(workbench.jobs, await countIdentified(site, dataset, profiles), { signal });
  progress(100, 100, "");
}
