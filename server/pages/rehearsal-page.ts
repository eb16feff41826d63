import type { KeptRehearsal } from "../actionability/rehearsal/rehearsals.ts";
import { whyNotRehearsed } from "../actionability/rehearsal/why-not-rehearsed.ts";
import { UserError } from "../errors.ts";
import { count, plural } from "./helpers.ts";
import { findRehearsal, type OpenRehearsal, openRehearsal } from "./open-rehearsal.ts";
import { endOfRehearsal } from "./rehearsal-end.ts";
import { type FormFault, reportDays, type Speed, sayPace, speedCode, speeds, usualSpeed } from "./rehearsal-form.ts";
import { liveRehearsal, sayRehearsal } from "./rehearsal-live.ts";
import { showPage } from "./show-page.ts";
import type { Page, Site } from "./site.ts";
import { stepsIn } from "./steps-in.ts";
import { traceOf } from "./trace-of.ts";
import { twin, urls } from "./urls.ts";
import { listWords, ofEvery100 } from "./words.ts";

/** Begins a rehearsal, or shows the goal's newest. */
export const rehearsalPage: Page = async (site, request, response) => {
  const open = await openRehearsal(site, request, response);
  if (!open) return;
  const { dataset, sorted } = open;
  const newest = site.workbench.rehearsals.newest(dataset.slug, sorted.resolved.goal.key);
  if (newest) return response.redirect(303, urls.rehearsalRun(newest.dataset, newest.goal, newest.id));
  showPage(site, request, response, await shownRehearsal(site, open, {}));
};

/** One rehearsal: where it stands, or how it ended. */
export const rehearsalRunPage: Page = async (site, request, response) => {
  const kept = findRehearsal(site, request);
  const open = await openRehearsal(site, request, response);
  if (!open) return;
  const { error } = kept.job;
  if (kept.rehearsal.view().state === "failed" && !(error instanceof UserError))
    site.log(traceOf(error, "A rehearsal"));
  showPage(site, request, response, await shownRehearsal(site, open, { kept }));
};

interface Parts {
  readonly kept?: KeptRehearsal;
  /** the days a form named, and what was wrong with them */
  readonly asked?: {
    readonly days: KeptRehearsal["days"];
    readonly speed: Speed;
    readonly faults: readonly FormFault[];
  };
}

/** The page of a goal's rehearsal, ready to be shown. */
export async function shownRehearsal(site: Site, open: OpenRehearsal, { kept, asked }: Parts) {
  const { dataset, sorted, report } = open;
  const { goal } = sorted.resolved;
  const why = whyNotRehearsed(sorted.resolved, report);
  const view = kept?.rehearsal.view() ?? null;
  const going = view?.state === "preparing" || view?.state === "running";
  const faults = asked?.faults ?? [];
  const here = urls.rehearsal(dataset.slug, goal.key);
  return {
    view: "rehearsal",
    title: `${faults.length ? "Error: " : ""}Rehearsal: ${goal.name}`,
    status: faults.length ? 400 : 200,
    steps: await stepsIn(site, open, "reports", goal),
    ...(going ? { refreshSeconds: 2 } : {}),
    model: {
      headline: headlineOf(goal.name, kept),
      why: why === null ? null : { text: why, edit: urls.editGoal(dataset.slug, goal.key) },
      error: faults.length
        ? {
            title: "The days need another look",
            errors: faults.map(({ input, text }) => ({ href: `#${input}`, text })),
          }
        : null,
      run: kept && view && report.asOf !== null ? runOf(kept, open) : null,
      form: {
        action: here,
        ...(asked?.days ?? kept?.days ?? reportDays(report.asOf ?? "1970-01-01", report.lookBackMinutes)),
        latest: (report.asOf ?? "").slice(0, 10),
        speeds: speedOptions(asked?.speed ?? (kept ? (kept.rehearsal.view().speed as Speed) : usualSpeed)),
        again: kept !== undefined,
      },
      notes: notesOf(open),
      previous: { href: urls.actionability(dataset.slug, goal.key), question: "Can we act in time?" },
      next: { href: urls.board(dataset.slug, goal.key), question: "What do we actually need?" },
    },
  };
}

function headlineOf(goal: string, kept: KeptRehearsal | undefined): string {
  if (!kept) return `Rehearse “${goal}”`;
  const { state, decided, fates } = kept.rehearsal.view();
  if (state === "stopped") return "Stopped before the end";
  if (state === "failed") return "The rehearsal broke off";
  if (state !== "done") return `Rehearsing “${goal}”`;
  return decided === 0
    ? "Nothing triggered in these days"
    : `${count(fates.acted)} of ${plural(decided, "trigger was", "triggers were")} acted on in time`;
}

function runOf(kept: KeptRehearsal, { dataset, sorted, report }: OpenRehearsal) {
  const { rehearsal, id, job, reported } = kept;
  const view = rehearsal.view();
  const live = view.state === "preparing" || view.state === "running" || view.state === "paused";
  const path = urls.rehearsalRun(dataset.slug, sorted.resolved.goal.key, id);
  return {
    act: path,
    json: twin(path, "json"),
    live: liveRehearsal(view, report.stages),
    controls: live
      ? {
          events: urls.rehearsalEvents(dataset.slug, sorted.resolved.goal.key, id),
          paused: view.state === "paused",
          say: sayRehearsal(view),
          speeds: speedOptions(view.speed as Speed),
        }
      : null,
    end: rehearsal.summary && endOfRehearsal(view, rehearsal.summary, reported),
    broke:
      view.state !== "failed"
        ? null
        : job.error instanceof UserError
          ? job.error.message
          : "Something broke in Winnow. Your tables and decisions are as they were.",
  };
}

function speedOptions(chosen: Speed) {
  return speeds.map((speed) => ({ value: speedCode(speed), label: sayPace(speed), chosen: speed === chosen }));
}

const asThenWords = { fields: "the fields", consent: "the consents", address: "the addresses" } as const;

/** What the rehearsal is, and where it is another question than the report's first figure. */
function notesOf({ measured, report }: OpenRehearsal): readonly string[] {
  const { profiles } = measured.sorting;
  const labels = report.fields.map(
    ({ table, name }) => profiles.find((one) => one.table === table && one.name === name)?.label ?? name,
  );
  const then = report.atTriggerTime?.asThen ?? [];
  const today = report.actionable
    ? ` The report’s first figure, ${ofEvery100(report.actionable.share)}, looks at today’s values instead: another question.`
    : "";
  return [
    labels.length
      ? `It looks at the kept fields only: ${listWords(
          labels.map((label) => `“${label}”`),
          8,
        )}, and at consent and address.`
      : "It looks at consent and address only: the goal keeps no other field.",
    `A trigger is decided for good when its window closes, by what was known at that moment, as the report counts “at the moment that mattered”.${today}`,
    then.length
      ? `As they were then: ${listWords(then.map((part) => asThenWords[part]))}. Whatever has no history stands as it is today.`
      : "Nothing here keeps a history, so everything stands as it is today.",
    "Triggers too young for their window to have closed, or for their news to have arrived, are left out, as in the report.",
  ];
}
