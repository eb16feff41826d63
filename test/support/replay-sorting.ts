import { layoutTables } from "../../server/datasets/layout-tables.ts";
import { findDataset } from "../../server/datasets/list-datasets.ts";
import { Cancelled } from "../../server/errors.ts";
import { storedStrategy } from "../../server/goals/strategy-store.ts";
import type { Job, JobContext } from "../../server/jobs/jobs.ts";
import { sortingKey } from "../../server/pages/open-sorting.ts";
import { type SortedSoFar, type Sorting, sortDataset } from "../../server/plans/sort-dataset.ts";
import type { Workbench } from "../../server/workbench.ts";

/** A goal's sorting that stands still at each of its first looks until it is told to go on. */
export interface Replay {
  readonly job: Job<Sorting>;
  /** what was known while fields waited, each time that more was; one for every number of tested fields */
  readonly looks: readonly SortedSoFar[];
  show(look: SortedSoFar): void;
  finish(): void;
}

/** Sorts the goal for once and keeps its looks; then starts the job that its board joins, to be led through them by hand. */
export async function replaySorting(workbench: Workbench, slug: string, goalKey: string): Promise<Replay> {
  const found = await findDataset(workbench.database, slug);
  const strategy = await storedStrategy(workbench.database, slug);
  const goal = strategy.goals.find(({ key }) => key === goalKey);
  if (!found || !goal) throw new Error("There is no such goal.");
  const dataset = layoutTables(found, strategy.tables);
  const looks = new Map<number, SortedSoFar>();
  const known = (look: () => unknown) => {
    const now = look() as SortedSoFar;
    if (now.fields.some(({ state }) => state === "waiting")) looks.set(testedIn(now), now);
  };
  const { seed } = workbench;
  const sorting = await sortDataset(workbench, dataset, strategy, [goal], { seed, known });
  let context: JobContext | null = null;
  let finish = () => {};
  const job = workbench.jobs.start(
    "Sorting the fields",
    sortingKey(workbench, { dataset, strategy }, [goal]),
    (own) => {
      context = own;
      return new Promise<Sorting>((resolve, reject) => {
        finish = () => resolve(sorting);
        own.signal.addEventListener("abort", () => reject(new Cancelled("Cancelled.")));
      });
    },
  );
  return { job, looks: [...looks.values()], show: (look) => context?.known?.(() => look), finish: () => finish() };
}

export function testedIn({ fields }: SortedSoFar): number {
  return fields.filter(({ state }) => state === "tested").length;
}
