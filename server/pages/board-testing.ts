import { isDraft } from "../goals/goal-warnings.ts";
import { boardGoal } from "./board-goal.ts";
import { boardLook, soFarOf } from "./board-look.ts";
import { count } from "./helpers.ts";
import type { WhileSorting } from "./open-sorting.ts";
import { showPage } from "./show-page.ts";
import { stepsIn } from "./steps-in.ts";
import { urls } from "./urls.ts";

/** Places for fields that wait, before their number says it. */
const mostSlots = 24;

/** The board's frame at once: what rules settle stands in its column, the rest waits, and cards come as they are tested. */
export const showTesting: WhileSorting = async (site, request, response, open, job) => {
  const { dataset, goal } = open;
  const soFar = soFarOf(job);
  const look = boardLook(open, job);
  const waiting = look.slots.filter(({ settled }) => !settled);
  const here = urls.board(dataset.slug, goal.key);
  const goals = urls.goals(dataset.slug);
  showPage(site, request, response, {
    view: "board-testing",
    title: `Board: ${goal.name}`,
    steps: await stepsIn(site, open, "board", goal),
    refreshSeconds: 3,
    model: {
      ...boardGoal(open, {
        goal,
        profiles: soFar?.profiles ?? null,
        canBeWatched: typeof soFar?.resolved.windowMinutes === "number",
        draft: isDraft(goal),
      }),
      look: { ...look, slots: waiting.slice(0, mostSlots) },
      more: waiting.length > mostSlots ? `And ${count(waiting.length - mostSlots)} more.` : null,
      events: urls.sortingEvents(dataset.slug, goal.key, job.id),
      job: urls.job(job.id, { next: here, back: goals }),
      cancel: urls.jobCancel(job.id, { back: goals }),
      here,
      previous: { href: goals, question: "What is it for?" },
      next: { href: urls.minimization(dataset.slug), question: "What can I take away?" },
    },
  });
};
