import { customersTable } from "../datasets/dataset.ts";
import { findDataset } from "../datasets/list-datasets.ts";
import { storedStrategy } from "../goals/strategy-store.ts";
import { resultKey } from "../jobs/result-key.ts";
import { isJob } from "../jobs/settle.ts";
import { sortDataset } from "../plans/sort-dataset.ts";
import { type FlowField, type FlowFigure, flowFigure } from "./flow-figure.ts";
import { sampleSlug } from "./load-sample.ts";
import type { Site } from "./site.ts";
import { outcomeFields } from "./table-about.ts";

/** More names than these would not fit beside the lanes. */
const mostFields = 40;

/** The sample's real verdicts for its first goal, drawn; null until they are known. Asking for them sets them going. */
export async function sampleFlow({ workbench }: Site): Promise<FlowFigure | null> {
  const dataset = await findDataset(workbench.database, sampleSlug);
  if (!dataset) return null;
  const strategy = await storedStrategy(workbench.database, dataset.slug);
  const [goal] = strategy.goals;
  if (!goal) return null;
  const { seed, version, jobs } = workbench;
  const key = resultKey("sample-flow", version, dataset.fingerprint, strategy, seed);
  const ready = await jobs.result("Sorting the sample", key, async (context): Promise<readonly FlowField[]> => {
    const { goals, profiles } = await sortDataset(workbench, dataset, strategy, [goal], { ...context, seed });
    const outcomes = outcomeFields(dataset, strategy).map(({ field }) => field);
    const { name: customers } = customersTable(dataset);
    return profiles
      .filter(({ table, name }) => table === customers && !outcomes.includes(name))
      .map(({ name, label }) => {
        const found = goals[0]?.verdicts.find((one) => one.table === customers && one.name === name);
        return { name, label, verdict: found?.verdict ?? "undecided" };
      });
  });
  if (isJob(ready) || ready.length > mostFields) return null;
  return flowFigure(goal.name, ready);
}
