import type { Request, Response } from "express";
import { customersTable } from "../datasets/dataset.ts";
import { meaningOf } from "../profiles/meanings.ts";
import type { FieldProfile } from "../vocabulary.ts";
import { type Crowd, crowdOf } from "./crowd.ts";
import { fieldChart } from "./field-chart.ts";
import { type CorrectionForm, correctionForm } from "./field-correction.ts";
import { fieldHeadline, fieldLead } from "./field-headline.ts";
import { fieldOfPath } from "./field-of-path.ts";
import { fillOf, freshnessOf } from "./field-row.ts";
import { fieldStatistics } from "./field-statistics.ts";
import { groupFields } from "./group-fields.ts";
import { type LevelRisks, levelRisks } from "./group-risk.ts";
import { count, plural } from "./helpers.ts";
import { histogramFigure } from "./histogram-figure.ts";
import { openProfiles, type ProfiledDataset } from "./open-dataset.ts";
import { showPage } from "./show-page.ts";
import { groupWordsAlone } from "./singled-out-words.ts";
import { type Page, queryPart, type Site } from "./site.ts";
import { stepsIn } from "./steps-in.ts";
import { tableAbout } from "./table-about.ts";
import { urls } from "./urls.ts";
import { valuesFigure } from "./values-figure.ts";
import { capital, dayWords, of100, originWords, sensitivityWords } from "./words.ts";

export const fieldPage: Page = async (site, request, response) => {
  const open = await openProfiles(site, request, response);
  if (open) await showField(site, request, response, open, null);
};

export const fieldJson: Page = async (site, request, response) => {
  const open = await openProfiles(site, request, response);
  if (open) response.json({ field: fieldOfPath(request, open).profile });
};

/** The page of one field; `form` holds what was wrong with a correction, and what was written. */
export async function showField(
  site: Site,
  request: Request,
  response: Response,
  open: ProfiledDataset,
  form: CorrectionForm | null,
): Promise<void> {
  const { table, profile } = fieldOfPath(request, open);
  const { dataset, strategy } = open;
  const ofCustomers = table.name === customersTable(dataset).name;
  const [risks, chart] = await Promise.all([levelRisks(site, open, profile), fieldChart(site, profile)]);
  const here = urls.field(dataset.slug, table.slug, profile.slug);
  const shows = queryPart(request, "show") === "samples";
  showPage(site, request, response, {
    view: "field",
    title: form?.errors.length ? `Error: ${profile.label}` : profile.label,
    status: form?.errors.length ? 400 : 200,
    steps: await stepsIn(site, open, "data"),
    done: doneWords(queryPart(request, "done")),
    model: {
      ...neighbours(open, profile),
      unit: ofCustomers ? "Customers" : "Records",
      here,
      list: { href: urls.fields(dataset.slug), text: plural(tableAbout(dataset, strategy).fields, "field", "fields") },
      headline: fieldHeadline(profile, ofCustomers),
      lead: fieldLead(risks),
      name: ofCustomers ? profile.name : `${table.name}.${profile.name}`,
      histogram: histogramFigure(profile, chart),
      values: valuesFigure(profile, {
        shows,
        show: urls.field(dataset.slug, table.slug, profile.slug, { show: "samples" }),
        hide: here,
      }),
      facts: factsOf(profile),
      singledOut: ofCustomers && profile.singledOutAlone > 0 ? singledOut(profile, risks) : null,
      coarser: coarserOf(risks),
      decisions: decisionsOf(site, open, profile, ofCustomers),
      statistics: fieldStatistics(profile),
      correction: form ?? correctionForm(request, open, profile, here),
    },
  });
}

function doneWords(done: string | null): string | null {
  if (done === "corrected") return "Correction saved. Winnow will not change it back.";
  return done === "taken-back" ? "Correction taken back." : null;
}

interface Neighbour {
  readonly label: string;
  readonly href: string;
}

function neighbours(
  { dataset, strategy, profiles }: ProfiledDataset,
  profile: FieldProfile,
): { group: string; previous: Neighbour | null; next: Neighbour | null } {
  const groups = groupFields(dataset, strategy, profiles);
  const flat = groups.flatMap((group) => group.profiles);
  const at = flat.indexOf(profile);
  const link = (one: FieldProfile | undefined) => {
    const table = dataset.tables.find(({ name }) => name === one?.table);
    return one && table ? { label: one.label, href: urls.field(dataset.slug, table.slug, one.slug) } : null;
  };
  return {
    group: groups.find((group) => group.profiles.includes(profile))?.title ?? "",
    previous: link(flat[at - 1]),
    next: link(flat[at + 1]),
  };
}

function factsOf(profile: FieldProfile): object {
  const { records, filled, meaning, meaningReason, sensitivity, sensitivityReason, origin, originReason, freshness } =
    profile;
  const empty = records - filled;
  return {
    meaning: { label: meaningOf(meaning).label, reason: meaningReason },
    sensitivity: { code: sensitivity, label: sensitivityWords[sensitivity], reason: sensitivityReason },
    origin: { label: originWords[origin], reason: originReason },
    fill: {
      ...fillOf(profile),
      note: empty === 0 ? "Nothing is missing." : `${count(empty)} of ${count(records)} are empty.`,
    },
    fresh: {
      ...freshnessOf(profile),
      label: capital(freshnessOf(profile).label),
      note: freshness
        ? `Half of the values are older than that. Read from ${freshness.by.field}.`
        : "No field says when it was last changed.",
    },
  };
}

function singledOut(profile: FieldProfile, risks: LevelRisks | null): object {
  const share = profile.singledOutAlone / profile.records;
  const least = risks?.levels
    .filter(({ level }) => level !== null && level !== "drop")
    .sort((a, b) => a.alone - b.alone)[0];
  const part = (
    words: string,
    of: number,
    tone: "risk" | "keep",
  ): { words: string; number: string; tone: string; crowd: Crowd } => ({
    words,
    number: of100(of),
    tone,
    crowd: crowdOf(of),
  });
  return {
    sentence: groupWordsAlone(profile),
    parts: [
      part("by the exact value", share, "risk"),
      ...(least ? [part(`as “${least.label.toLowerCase()}”`, least.alone, "keep")] : []),
    ],
  };
}

function coarserOf(risks: LevelRisks | null): object | null {
  if (!risks) return null;
  return {
    partner: risks.partner,
    rows: risks.levels.map(({ label, level, alone, beside }) => ({
      label,
      exact: level === null && alone > 0,
      alone: of100(alone),
      beside: beside === null ? null : of100(beside),
    })),
  };
}

function decisionsOf(
  site: Site,
  { dataset, strategy }: ProfiledDataset,
  profile: FieldProfile,
  ofCustomers: boolean,
): readonly object[] {
  const names = ofCustomers ? [profile.name, `${profile.table}.${profile.name}`] : [`${profile.table}.${profile.name}`];
  return strategy.decisions
    .filter(({ field }) => names.includes(field))
    .map(({ reason, by, at, goal }) => ({
      reason,
      by,
      at,
      day: capital(dayWords(at, site.workbench.now())),
      goal: strategy.goals.find(({ key }) => key === goal)?.name ?? "every goal",
      board: goal ? urls.board(dataset.slug, goal) : null,
    }));
}
