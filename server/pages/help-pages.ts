import { showPage } from "./show-page.ts";
import type { Page } from "./site.ts";

export const helpNumbersPage: Page = (site, request, response) =>
  showPage(site, request, response, { view: "help-numbers", title: "How the numbers are made", model: {} });

export const helpKeysPage: Page = (site, request, response) =>
  showPage(site, request, response, { view: "help-keys", title: "Keyboard shortcuts", model: {} });
