import { forgetDataset } from "../datasets/load-dataset.ts";
import { forgetStrategy } from "../goals/strategy-store.ts";
import { plural } from "./helpers.ts";
import { openDataset } from "./open-dataset.ts";
import { showPage } from "./show-page.ts";
import type { Page } from "./site.ts";
import { tableAbout } from "./table-about.ts";
import { urls } from "./urls.ts";

/** Asks before anything is forgotten. */
export const forgetPage: Page = async (site, request, response) => {
  const { dataset, strategy } = await openDataset(site, request);
  const { customers } = tableAbout(dataset, strategy);
  const { goals, decisions } = strategy;
  showPage(site, request, response, {
    view: "forget",
    title: `Forget ${dataset.name}`,
    model: {
      name: dataset.name,
      lost: `${plural(customers, "customer", "customers")}, ${plural(goals.length, "goal", "goals")} and ${plural(decisions.length, "decision", "decisions")}`,
      action: urls.forget(dataset.slug),
      back: urls.fields(dataset.slug),
    },
  });
};

export const forgetTable: Page = async (site, request, response) => {
  const { dataset } = await openDataset(site, request);
  await forgetDataset(site.workbench.database, dataset.slug);
  await forgetStrategy(site.workbench.database, dataset.slug);
  response.redirect(303, urls.home());
};
