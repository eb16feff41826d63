import { openDataset } from "./open-dataset.ts";
import { showPage } from "./show-page.ts";
import type { Page } from "./site.ts";
import { stepsIn } from "./steps-in.ts";
import { urls } from "./urls.ts";

/** What can be taken away: one report over all goals, one a goal, and the record of decisions. */
export const reportsPage: Page = async (site, request, response) => {
  const open = await openDataset(site, request);
  const { dataset, strategy } = open;
  const { goals } = strategy;
  showPage(site, request, response, {
    view: "reports",
    title: `Reports of ${dataset.name}`,
    steps: await stepsIn(site, open, "reports"),
    model: {
      hasGoals: goals.length > 0,
      goals: goals.map(({ key, name }) => ({ name, href: urls.actionability(dataset.slug, key) })),
      minimization: urls.minimization(dataset.slug),
      matrix: urls.matrix(dataset.slug),
      decisions: urls.decisions(dataset.slug),
      strategy: urls.strategy(dataset.slug),
      writeGoal: urls.newGoal(dataset.slug),
      previous: goals[0]
        ? { href: urls.board(dataset.slug, goals[0].key), question: "What do we actually need?" }
        : null,
      next: null,
    },
  });
};
