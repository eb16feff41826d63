import type { Request } from "express";
import { customersTable } from "../datasets/dataset.ts";
import { meaningOf } from "../profiles/meanings.ts";
import type { FieldProfile } from "../vocabulary.ts";
import { fieldChart } from "./field-chart.ts";
import { facetOf, fieldFacets } from "./field-facets.ts";
import { type FieldPanel, fieldPanel } from "./field-panel.ts";
import { type ReadinessOf, readinessOfFields, sayWorst } from "./field-readiness.ts";
import { type FieldRow, findText, rowOf } from "./field-row.ts";
import { type GroupOfFields, groupFields } from "./group-fields.ts";
import { groupRisk } from "./group-risk.ts";
import { count, plural } from "./helpers.ts";
import { type PageLinks, pageLinks, pageOf, usualPageSize } from "./list-pages.ts";
import { type Finding, lookFirst } from "./look-first.ts";
import { openProfiles, type ProfiledDataset } from "./open-dataset.ts";
import { showPage } from "./show-page.ts";
import { type Page, queryPart } from "./site.ts";
import { stepsIn } from "./steps-in.ts";
import { tableAbout } from "./table-about.ts";
import { twin, urls } from "./urls.ts";
import { dayWords } from "./words.ts";

interface ListedGroup {
  readonly title: string;
  readonly note: string;
  readonly rows: readonly (FieldRow & {
    readonly panelHref: string;
    readonly selected: boolean;
    /** in time for the goals that need it; null where no report says it */
    readonly ready: ReturnType<typeof sayWorst>;
  })[];
}

export interface FieldsPage {
  readonly headline: string;
  readonly besides: string | null;
  readonly about: string;
  readonly first: readonly Finding[];
  readonly facets: readonly {
    readonly name: string;
    readonly number: string;
    readonly href: string;
    readonly current: boolean;
  }[];
  readonly find: {
    readonly action: string;
    readonly value: string;
    readonly facet: string | null;
    readonly whole: boolean;
  };
  readonly groups: readonly ListedGroup[];
  readonly nothing: {
    readonly title: string;
    readonly text: string;
    readonly href: string;
    readonly action: string;
  } | null;
  readonly pages: PageLinks | null;
  readonly panel: FieldPanel | null;
  readonly unread: readonly { readonly text: string; readonly href: string }[];
  readonly warnings: readonly string[];
  readonly links: { readonly home: string; readonly json: string; readonly csv: string; readonly forget: string };
  readonly previous: null;
  readonly next: { readonly href: string; readonly question: string };
}

export const fieldsPage: Page = async (site, request, response) => {
  const open = await openProfiles(site, request, response);
  if (!open) return;
  const { dataset, strategy, profiles } = open;
  const asked = askedOf(request);
  const groups = groupFields(dataset, strategy, profiles.filter(asked.holds));
  const flat = groups.flatMap((group) => group.profiles);
  const page = pageOf(asked.page, flat.length);
  const readinessOf = await readinessOfFields(site, open);
  const shown = flat.slice(page.from, page.to);
  const selected = selectedOf(request, open, shown);
  const address = (change: Readonly<Record<string, string | number | null>>) =>
    urls.fields(dataset.slug, { facet: asked.facet, find: asked.find, ...change });
  const model: FieldsPage = {
    ...headlineOf(open),
    about: `${dataset.name} · read ${dayWords(dataset.loadedAt, site.workbench.now())}`,
    first: lookFirst(profiles, await groupRisk(site, open), customersTable(dataset).name, readinessOf),
    facets: facetLinks(open, asked),
    find: {
      action: urls.fields(dataset.slug),
      value: asked.find ?? "",
      facet: asked.facet,
      whole: flat.length > 0 && flat.length <= usualPageSize && asked.find === null,
    },
    groups: listed(groups, shown, open, selected, {
      panelHref: (profile) => address({ page: page.number, field: panelKey(open, profile) }),
      readinessOf,
    }),
    nothing: flat.length ? null : nothingFound(open),
    pages: pageLinks(page, (number) => address({ page: number })),
    panel: selected ? await fieldPanel(site, open, selected, readinessOf(selected)) : null,
    unread: dataset.tables
      .filter(({ rejected }) => rejected > 0)
      .map(({ name, slug, rejected }) => ({
        text: `${plural(rejected, "row", "rows")} of ${name} could not be read`,
        href: urls.rejects(dataset.slug, slug),
      })),
    warnings: dataset.warnings,
    links: {
      home: urls.home(),
      json: twin(urls.fields(dataset.slug), "json"),
      csv: twin(urls.fields(dataset.slug), "csv"),
      forget: urls.forget(dataset.slug),
    },
    previous: null,
    next: { href: urls.goals(dataset.slug), question: "What is it for?" },
  };
  // Drawn ahead: whoever looks at the panel is about to open the field.
  if (selected) void fieldChart(site, selected);
  showPage(site, request, response, {
    view: "fields",
    title: `Fields in ${dataset.name}`,
    model,
    steps: await stepsIn(site, open, "data"),
  });
};

interface Asked {
  readonly facet: string | null;
  readonly find: string | null;
  readonly page: number;
  readonly holds: (profile: FieldProfile) => boolean;
}

function askedOf(request: Request): Asked {
  const facet = facetOf(queryPart(request, "facet"));
  const find = queryPart(request, "find");
  const holds = (profile: FieldProfile) =>
    (!facet || facet.holds(profile)) && (!find || findText(profile).includes(find.toLowerCase()));
  return { facet: facet?.key ?? null, find, page: Number(queryPart(request, "page") ?? 1), holds };
}

function headlineOf({ dataset, strategy }: ProfiledDataset): Pick<FieldsPage, "headline" | "besides"> {
  const { customers, fields, otherFields } = tableAbout(dataset, strategy);
  const others = dataset.tables.length - 1;
  return {
    headline: `${plural(fields, "field", "fields")} about ${plural(customers, "customer", "customers")}`,
    besides: otherFields
      ? `And ${plural(otherFields, "field", "fields")} in ${plural(others, "other table", "other tables")}.`
      : null,
  };
}

function facetLinks({ dataset, profiles }: ProfiledDataset, asked: Asked): FieldsPage["facets"] {
  const all = { key: null, name: "All", holds: () => true };
  return [all, ...fieldFacets]
    .map(({ key, name, holds }) => ({
      name,
      number: count(profiles.filter(holds).length),
      href: urls.fields(dataset.slug, { facet: key }),
      current: key === asked.facet,
    }))
    .filter(({ number, current }) => number !== "0" || current);
}

/** The field beside the list: the one asked for, else the one that singles out most without naming anybody. */
function selectedOf(request: Request, open: ProfiledDataset, shown: readonly FieldProfile[]): FieldProfile | null {
  const asked = queryPart(request, "field");
  const customers = customersTable(open.dataset).name;
  const own = shown.filter(({ table, meaning }) => table === customers && !meaningOf(meaning).direct);
  const strongest = [...own].sort((a, b) => b.singledOutAlone - a.singledOutAlone);
  return (
    open.profiles.find((profile) => panelKey(open, profile) === asked) ??
    strongest.find(({ sensitivity }) => sensitivity === "identifying") ??
    strongest[0] ??
    shown[0] ??
    null
  );
}

function panelKey({ dataset }: ProfiledDataset, { table, slug }: FieldProfile): string {
  return `${dataset.tables.find(({ name }) => name === table)?.slug ?? ""}.${slug}`;
}

function listed(
  groups: readonly GroupOfFields[],
  shown: readonly FieldProfile[],
  { dataset }: ProfiledDataset,
  selected: FieldProfile | null,
  { panelHref, readinessOf }: { panelHref: (profile: FieldProfile) => string; readinessOf: ReadinessOf },
): readonly ListedGroup[] {
  const visible = new Set(shown);
  const tableSlug = new Map(dataset.tables.map(({ name, slug }) => [name, slug]));
  return groups
    .map(({ title, note, profiles }) => ({
      title,
      note,
      rows: profiles
        .filter((profile) => visible.has(profile))
        .map((profile) => ({
          ...rowOf(dataset.slug, tableSlug.get(profile.table) ?? "", profile),
          panelHref: panelHref(profile),
          ready: sayWorst(readinessOf(profile)),
          selected: profile === selected,
        })),
    }))
    .filter(({ rows }) => rows.length > 0);
}

function nothingFound({ dataset, profiles }: ProfiledDataset): FieldsPage["nothing"] {
  if (!profiles.length) {
    return {
      title: "There is no field in this table",
      text: "Check the file and load it again.",
      href: urls.home(),
      action: "Load a table",
    };
  }
  return {
    title: "No field matches",
    text: "Try a shorter word, or look at all of them.",
    href: urls.fields(dataset.slug),
    action: "Show all fields",
  };
}
