import { replaceStrategy, storedStrategy } from "../goals/strategy-store.ts";
import type { Strategy } from "../vocabulary.ts";
import { plural } from "./helpers.ts";
import { openDataset } from "./open-dataset.ts";
import { goalOfPath } from "./open-sorting.ts";
import { showPage } from "./show-page.ts";
import type { Page } from "./site.ts";
import { urls } from "./urls.ts";

/** Asks before a goal goes, and says what goes with it. */
export const deleteGoalPage: Page = async (site, request, response) => {
  const open = await openDataset(site, request);
  const goal = goalOfPath(request, open);
  const { dataset, strategy } = open;
  const decisions = strategy.decisions.filter((one) => one.goal === goal.key).length;
  const answers = strategy.answers.filter((one) => one.goal === goal.key).length;
  const lost = [
    decisions ? plural(decisions, "decision", "decisions") : null,
    answers ? plural(answers, "answer", "answers") : null,
  ].filter((part) => part !== null);
  showPage(site, request, response, {
    view: "goal-delete",
    title: `Delete ${goal.name}`,
    model: {
      name: goal.name,
      lost: lost.length ? `${lost.join(" and ")} made for it ${decisions + answers === 1 ? "goes" : "go"} too.` : null,
      file: urls.strategy(dataset.slug),
      action: urls.deleteGoal(dataset.slug, goal.key),
      back: urls.goals(dataset.slug),
    },
  });
};

export const removeGoal: Page = async (site, request, response) => {
  const open = await openDataset(site, request);
  const goal = goalOfPath(request, open);
  const { database } = site.workbench;
  const { slug } = open.dataset;
  await replaceStrategy(database, slug, withoutGoal(await storedStrategy(database, slug), goal.key));
  response.redirect(303, urls.goals(slug, { done: "deleted" }));
};

/** Nothing may speak of a goal that is gone: the strategy file would not load again. */
function withoutGoal(strategy: Strategy, key: string): Strategy {
  return {
    ...strategy,
    goals: strategy.goals.filter((goal) => goal.key !== key),
    decisions: strategy.decisions.filter(({ goal }) => goal !== key),
    answers: strategy.answers.filter(({ goal }) => goal !== key),
    efforts: strategy.efforts.filter(({ goal }) => goal !== key),
    permitted: strategy.permitted
      .map((one) => ({ ...one, goals: one.goals.filter((goal) => goal !== key) }))
      .filter(({ goals }) => goals.length > 0),
  };
}
