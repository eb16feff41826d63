import { whyNotRehearsed } from "../actionability/rehearsal/why-not-rehearsed.ts";
import { UserError } from "../errors.ts";
import { neededFields } from "../measure-dataset.ts";
import { findRehearsal, openRehearsal } from "./open-rehearsal.ts";
import { askedRehearsal, askedSpeed, isWhole } from "./rehearsal-form.ts";
import { shownRehearsal } from "./rehearsal-page.ts";
import { showPage } from "./show-page.ts";
import { formPart, type Page } from "./site.ts";
import { urls } from "./urls.ts";

/** Begins the rehearsal that the form asks for. */
export const startRehearsal: Page = async (site, request, response) => {
  const open = await openRehearsal(site, request, response);
  if (!open) return;
  const { dataset, strategy, sorted, report, measured } = open;
  const why = whyNotRehearsed(sorted.resolved, report);
  if (why !== null || report.asOf === null) throw new UserError(why ?? "The data has no time of its own.");
  const asked = askedRehearsal(request);
  if ("faults" in asked) {
    const days = { from: formPart(request, "from"), to: formPart(request, "to") };
    const shown = await shownRehearsal(site, open, { asked: { days, speed: askedSpeed(request), ...asked } });
    return showPage(site, request, response, shown);
  }
  const { workbench } = site;
  const { resolved, verdicts } = sorted;
  const kept = workbench.rehearsals.start(
    {
      database: workbench.database,
      dataset,
      profiles: measured.sorting.profiles,
      goal: resolved,
      needed: neededFields(verdicts, resolved.outcome?.fields ?? []),
      fieldSettings: strategy.fields,
      asOf: report.asOf,
      period: asked.period,
      speed: asked.speed,
    },
    {
      dataset: dataset.slug,
      goal: resolved.goal.key,
      days: asked.days,
      reported: isWhole(asked.period, report.asOf, report.lookBackMinutes) ? report.atTriggerTime : null,
    },
  );
  response.redirect(303, urls.rehearsalRun(dataset.slug, resolved.goal.key, kept.id));
};

/** Pauses, goes on, takes one decision, changes the speed or stops. */
export const steerRehearsal: Page = (site, request, response) => {
  const { id, dataset, goal, rehearsal } = findRehearsal(site, request);
  const act = formPart(request, "act");
  if (act === "pause") rehearsal.pause();
  else if (act === "resume") rehearsal.resume();
  else if (act === "step") rehearsal.step();
  else if (act === "speed") rehearsal.changeSpeed(askedSpeed(request));
  else if (act === "stop") site.workbench.rehearsals.stop(id);
  response.redirect(303, urls.rehearsalRun(dataset, goal, id));
};
