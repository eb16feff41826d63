import { UserError } from "../errors.ts";
import type { SortedGoal } from "../plans/sort-dataset.ts";
import type { Goal } from "../vocabulary.ts";
import type { OpenDataset } from "./open-dataset.ts";
import { startSorting } from "./open-sorting.ts";
import type { Site } from "./site.ts";
import { soon } from "./soon.ts";

/** How far Winnow is with a goal. */
export type GoalState =
  | { readonly kind: "sorted"; readonly goal: Goal; readonly sorted: SortedGoal }
  /** being sorted; `job` can be watched */
  | { readonly kind: "sorting"; readonly goal: Goal; readonly job: string }
  /** it names something that these tables do not have; `message` says what */
  | { readonly kind: "unfit"; readonly goal: Goal; readonly message: string };

/** Every goal of the strategy, each sorted by itself, so that one that does not fit the tables stops no other. */
export function goalStates(site: Site, open: OpenDataset): Promise<readonly GoalState[]> {
  return Promise.all(open.strategy.goals.map((goal) => stateOf(site, open, goal)));
}

async function stateOf(site: Site, open: OpenDataset, goal: Goal): Promise<GoalState> {
  try {
    const sorting = await soon(startSorting(site, open, [goal]));
    if ("job" in sorting) return { kind: "sorting", goal, job: sorting.job.id };
    const [sorted] = sorting.result.goals;
    if (!sorted) throw new Error("A goal was sorted without a result.");
    return { kind: "sorted", goal, sorted };
  } catch (error) {
    if (error instanceof UserError) return { kind: "unfit", goal, message: error.message };
    throw error;
  }
}
