import { letterKeysOf } from "./letter-keys.ts";
import { showPage } from "./show-page.ts";
import { type Page, queryPart } from "./site.ts";
import { urls } from "./urls.ts";
import { verdictRules } from "./verdict-rules.ts";

export const helpNumbersPage: Page = (site, request, response) =>
  showPage(site, request, response, {
    view: "help-numbers",
    title: "How the numbers are made",
    model: { rules: verdictRules() },
  });

export const helpKeysPage: Page = (site, request, response) => {
  const done = queryPart(request, "done");
  showPage(site, request, response, {
    view: "help-keys",
    title: "Keyboard shortcuts",
    done: done === "off" ? "Letters are off. Every other key still works." : done === "on" ? "Letters are on." : null,
    model: { action: urls.helpKeys(), on: letterKeysOf(request) },
  });
};
