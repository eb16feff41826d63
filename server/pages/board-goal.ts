import type { FieldProfile, Goal } from "../vocabulary.ts";
import { fieldLabels } from "./field-labels.ts";
import { goalSentence } from "./goal-sentence.ts";
import type { OpenDataset } from "./open-dataset.ts";
import { urls } from "./urls.ts";

export interface BoardGoal {
  /** null where they are still being made */
  readonly profiles: readonly FieldProfile[] | null;
  readonly goal: Goal;
  readonly canBeWatched: boolean;
  readonly draft: boolean;
}

/** What stands above the columns: the goal as one sentence, and the way to the others. */
export function boardGoal(
  { dataset, strategy }: OpenDataset,
  { goal, profiles, canBeWatched, draft }: BoardGoal,
): object {
  const { goals } = strategy;
  return {
    goal: {
      name: goal.name,
      sentence: goalSentence(goal, fieldLabels({ dataset, profiles: profiles ?? [] })),
      edit: urls.editGoal(dataset.slug, goal.key),
      watch: canBeWatched ? urls.rehearsal(dataset.slug, goal.key) : null,
      draft,
    },
    others: goals.map(({ key, name }) => ({ name, href: urls.board(dataset.slug, key), current: key === goal.key })),
    place: `Goal ${goals.findIndex(({ key }) => key === goal.key) + 1} of ${goals.length}`,
    severalGoals: goals.length > 1,
    matrix: urls.matrix(dataset.slug),
  };
}
