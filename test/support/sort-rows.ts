import { readStrategy } from "../../server/goals/read-strategy.ts";
import type { Sorting } from "../../server/plans/sort-dataset.ts";
import { sortDataset } from "../../server/plans/sort-dataset.ts";
import type { Dataset, FieldVerdict } from "../../server/vocabulary.ts";
import type { Workbench } from "../../server/workbench.ts";
import { aDataset } from "./a-dataset.ts";

type Tables = Parameters<typeof aDataset>[1];

export interface SortedRows {
  readonly dataset: Dataset;
  readonly sorting: Sorting;
  /** the verdict of a field ("age", or "events.kind") for a goal, else for the first */
  verdictOf(field: string, goal?: string): FieldVerdict;
  planOf(field: string): Sorting["plan"][number];
}

/** Made-up tables sorted for the goals of a strategy.yaml, by the real workbench. */
export async function sortRows(
  workbench: Workbench,
  tables: Tables,
  strategyText: string,
  { slug = "made-up", seed = 1 } = {},
): Promise<SortedRows> {
  const dataset = await aDataset(workbench.database, tables, slug);
  const strategy = readStrategy(strategyText, "strategy.yaml");
  const sorting = await sortDataset(workbench, dataset, strategy, strategy.goals, { seed });
  const is = (field: string) => (one: { readonly table: string; readonly name: string }) =>
    one.name === field || `${one.table}.${one.name}` === field;
  const found = <T>(one: T | undefined): T => {
    if (!one) throw new Error("There is no such field.");
    return one;
  };
  return {
    dataset,
    sorting,
    verdictOf(field, goal) {
      const sorted = sorting.goals.find(({ resolved }) => !goal || resolved.goal.key === goal);
      return found(sorted?.verdicts.find(is(field)));
    },
    planOf: (field) => found(sorting.plan.find(is(field))),
  };
}
