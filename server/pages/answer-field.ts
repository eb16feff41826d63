import { keepPart } from "../goals/strategy-store.ts";
import { boardKey, boardName } from "./board-card.ts";
import { fieldOnBoard } from "./board-field-page.ts";
import { openBoard } from "./open-sorting.ts";
import { formPart, type Page } from "./site.ts";
import { urls } from "./urls.ts";
import { rememberWho, whoOf } from "./who.ts";

/** Keeps a person's answer to whether a field is known before the outcome. The fields are sorted anew with it. */
export const answerField: Page = async (site, request, response) => {
  const open = await openBoard(site, request, response);
  if (!open) return;
  const { profile } = fieldOnBoard(request, open);
  const { dataset, sorted } = open;
  const goal = sorted.resolved.goal.key;
  const known = formPart(request, "known");
  const by = formPart(request, "by") ?? whoOf(request);
  if ((known === "before" || known === "afterwards") && by !== "" && by.length <= 80) {
    const at = `${site.workbench.now().toISOString().slice(0, 19)}Z`;
    const field = boardName(dataset, profile);
    await keepPart(site.workbench.database, dataset.slug, "answers", { goal, field, known, by, at });
    rememberWho(response, by);
  }
  response.redirect(303, urls.boardField(dataset.slug, goal, boardKey(dataset, profile)));
};
