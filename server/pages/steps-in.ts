import { isDraft } from "../goals/goal-warnings.ts";
import type { Sorting } from "../plans/sort-dataset.ts";
import type { Goal } from "../vocabulary.ts";
import { plural } from "./helpers.ts";
import type { OpenDataset } from "./open-dataset.ts";
import { sortingKey } from "./open-sorting.ts";
import type { Site } from "./site.ts";
import { sortedFields } from "./sorted-fields.ts";
import { type Step, type StepName, stepsOf } from "./steps.ts";

/** The way through a dataset, with what is unfinished as far as it is known already. The board is of `goal`, else of the first. */
export async function stepsIn(
  site: Site,
  open: OpenDataset,
  current: StepName,
  goal: Goal | undefined = open.strategy.goals[0],
): Promise<readonly Step[]> {
  const { dataset, strategy } = open;
  const drafts = strategy.goals.filter(isDraft).length;
  const undecided = goal ? await undecidedOf(site, open, goal) : 0;
  return stepsOf({
    dataset: dataset.slug,
    current,
    goal: goal?.key ?? null,
    unfinished: {
      ...(strategy.goals.length ? {} : { goals: "none written" }),
      ...(drafts ? { goals: `${plural(drafts, "goal", "goals")} without an exchange` } : {}),
      ...(undecided ? { board: `${undecided} undecided` } : {}),
    },
  });
}

/** Sorting takes too long to begin it for a number in the bar: only what was sorted already is counted. */
async function undecidedOf({ workbench }: Site, open: OpenDataset, goal: Goal): Promise<number> {
  for (const goals of [[goal], open.strategy.goals]) {
    const sorting = await workbench.jobs.remembered<Sorting>(sortingKey(workbench, open, goals));
    const sorted = sorting?.goals.find(({ resolved }) => resolved.goal.key === goal.key);
    if (sorting && sorted)
      return sortedFields({ sorting, sorted }).filter(({ verdict }) => verdict.verdict === "undecided").length;
  }
  return 0;
}
