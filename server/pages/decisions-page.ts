import { findField } from "../datasets/dataset.ts";
import { profilesOf } from "../profiles/profiles-of.ts";
import { listDecisionChanges } from "../verdicts/decisions.ts";
import type { Decision, FieldProfile } from "../vocabulary.ts";
import { levelWords } from "./board-card.ts";
import { type OpenDataset, openDataset } from "./open-dataset.ts";
import { showPage } from "./show-page.ts";
import type { Page } from "./site.ts";
import { soon } from "./soon.ts";
import { stepsIn } from "./steps-in.ts";
import { twin, urls } from "./urls.ts";
import { verdictWords } from "./verdict-words.ts";
import { dateWords, dayWords } from "./words.ts";

/** Who decided what, and why: what stands, and every change made here. */
export const decisionsPage: Page = async (site, request, response) => {
  const open = await openDataset(site, request);
  const { dataset, strategy } = open;
  const known = await soon(await profilesOf(site.workbench, dataset, strategy));
  const profiles = "result" in known ? known.result : [];
  const changes = await listDecisionChanges(site.workbench.database, dataset.slug);
  const now = site.workbench.now();
  showPage(site, request, response, {
    view: "decisions",
    title: `Decisions in ${dataset.name}`,
    steps: await stepsIn(site, open, "reports"),
    model: {
      headline: headlineOf(strategy.decisions),
      standing: strategy.decisions.toReversed().map((decision) => rowOf(decision, open, profiles, now)),
      changes: changes.flatMap(({ before, after, at }) => {
        const about = after ?? before;
        if (!about) return [];
        return [{ ...rowOf(about, open, profiles, now), day: dayWords(at, now), what: sayChange(before, after) }];
      }),
      json: twin(urls.decisions(dataset.slug), "json"),
      previous: { href: urls.reports(dataset.slug), question: "What can I take away?" },
      next: null,
    },
  });
};

export const decisionsJson: Page = async (site, request, response) => {
  const { strategy } = await openDataset(site, request);
  response.json({ decisions: strategy.decisions });
};

function headlineOf(decisions: readonly Decision[]): string {
  if (!decisions.length) return "No decisions yet";
  const people = new Set(decisions.map(({ by }) => by)).size;
  const count = decisions.length === 1 ? "One decision" : `${decisions.length} decisions`;
  return people === 1 ? count : `${count} by ${people} people`;
}

function rowOf(
  decision: Decision,
  { dataset, strategy }: OpenDataset,
  profiles: readonly FieldProfile[],
  now: Date,
): object {
  const { field, verdict, keepAs, by, at, reason, reviewBy } = decision;
  const found = findField(dataset, field);
  const table = dataset.tables.find(({ name }) => name === found?.table);
  const profile = profiles.find(({ table: own, name }) => own === found?.table && name === found?.field);
  const slug = table?.fields.find(({ name }) => name === found?.field)?.slug;
  const level = profile ? levelWords(profile, keepAs ?? null) : (keepAs ?? null);
  return {
    field,
    label: profile?.label ?? field,
    href: table && slug ? urls.field(dataset.slug, table.slug, slug) : null,
    goal: strategy.goals.find(({ key }) => key === decision.goal)?.name ?? decision.goal ?? "Every goal",
    verdict: { code: verdict, title: level === null ? verdictWords[verdict].short : `Coarser: ${level}` },
    reason: reason || null,
    by,
    at,
    day: dayWords(at, now),
    reviewBy: reviewBy ? dateWords(reviewBy) : null,
    what: null,
  };
}

function sayChange(before: Decision | null, after: Decision | null): string {
  if (!after) return "taken back";
  const to = verdictWords[after.verdict].short.toLowerCase();
  return before ? `from ${verdictWords[before.verdict].short.toLowerCase()} to ${to}` : `placed in ${to}`;
}
