import { NotFound } from "../errors.ts";
import { type BoardLook, boardLook } from "./board-look.ts";
import { findJob } from "./job-page.ts";
import { openDataset } from "./open-dataset.ts";
import { goalOfPath } from "./open-sorting.ts";
import type { Page } from "./site.ts";
import { streamJob } from "./stream-job.ts";

/** The event stream of a board: `look` with the strip and what has changed since the last one, then `end`. */
export const sortingEvents: Page = async (site, request, response) => {
  const open = await openDataset(site, request);
  const goal = goalOfPath(request, open);
  const job = findJob(site, request);
  if (!job) throw new NotFound("This work is over, or was never begun.");
  const changed = onlyChanges();
  streamJob(site, response, job, (now, send) =>
    send("look", site.templates.component("board-look", changed(boardLook({ ...open, goal }, now)))),
  );
};

/** Leaves out the cards and places that were sent already as they stand now. */
function onlyChanges(): (look: BoardLook) => BoardLook {
  const sent = new Map<string, string>();
  const isNew = (part: { readonly id: string }) => {
    const text = JSON.stringify(part);
    if (sent.get(part.id) === text) return false;
    sent.set(part.id, text);
    return true;
  };
  return (look) => ({
    ...look,
    columns: look.columns.map((column) => ({ ...column, cards: column.cards.filter(isNew) })),
    slots: look.slots.filter(isNew),
  });
}
