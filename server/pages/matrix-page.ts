import type { Request } from "express";
import { findText } from "./field-row.ts";
import { groupFields } from "./group-fields.ts";
import { count, plural } from "./helpers.ts";
import { pageLinks, pageOf, usualPageSize } from "./list-pages.ts";
import { matrixFacetOf, matrixFacets } from "./matrix-facets.ts";
import { matrixHeadline } from "./matrix-headline.ts";
import { matrixRow } from "./matrix-row.ts";
import { isSorted, type MatrixField, type OpenMatrix, openMatrix, type SettledState } from "./open-matrix.ts";
import { showPage } from "./show-page.ts";
import { type Page, queryPart } from "./site.ts";
import { stepsIn } from "./steps-in.ts";
import { twin, urls } from "./urls.ts";
import { verdictOrder, verdictWords } from "./verdict-words.ts";

/** Every field against every goal: who needs what, in which role, and what all goals together make of it. */
export const matrixPage: Page = async (site, request, response) => {
  const open = await openMatrix(site, request, response);
  if (!open) return;
  const { dataset, strategy, states } = open;
  const asked = askedOf(request);
  const found = new Map(open.fields.filter(asked.holds).map((field) => [field.profile, field]));
  const groups = groupFields(dataset, strategy, [...found.keys()]);
  const flat = groups.flatMap((group) => group.profiles);
  const page = pageOf(asked.page, flat.length, pageSize(states.length));
  const shown = new Set(flat.slice(page.from, page.to));
  const address = (change: Readonly<Record<string, string | number | null>>) =>
    urls.matrix(dataset.slug, { facet: asked.facet, find: asked.find, ...change });
  const [first] = strategy.goals;
  showPage(site, request, response, {
    view: "matrix",
    title: `Which goal needs what in ${dataset.name}`,
    steps: await stepsIn(site, open, "board"),
    model: {
      ...matrixHeadline(open),
      hasGoals: states.length > 0,
      writeGoal: urls.newGoal(dataset.slug),
      goals: states.map((state, place) => goalHead(open, state, place + 1)),
      columns: states.length + 2,
      wide: states.length > 4,
      facets: facetLinks(open, asked),
      find: {
        action: urls.matrix(dataset.slug),
        value: asked.find ?? "",
        facet: asked.facet,
        whole: flat.length > 0 && page.of === 1 && asked.find === null,
      },
      groups: groups
        .map(({ title, note, profiles }) => ({
          title,
          note,
          rows: profiles
            .filter((profile) => shown.has(profile))
            .flatMap((profile) => found.get(profile) ?? [])
            .map((field) => matrixRow(dataset, field)),
        }))
        .filter(({ rows }) => rows.length > 0),
      pages: pageLinks(page, (number) => address({ page: number })),
      links: {
        all: urls.matrix(dataset.slug),
        csv: twin(urls.matrix(dataset.slug), "csv"),
        json: twin(urls.matrix(dataset.slug), "json"),
      },
      previous: first
        ? { href: urls.board(dataset.slug, first.key), question: "What do we actually need?" }
        : { href: urls.goals(dataset.slug), question: "What is it for?" },
      next: { href: urls.reports(dataset.slug), question: "What can I take away?" },
    },
  });
};

/** Fewer lines the more goals there are, so that no page is heavier than with three. */
function pageSize(goals: number): number {
  return Math.max(20, Math.min(usualPageSize, Math.floor((3 * usualPageSize) / Math.max(1, goals))));
}

interface Asked {
  readonly facet: string | null;
  readonly find: string | null;
  readonly page: number;
  readonly holds: (field: MatrixField) => boolean;
}

function askedOf(request: Request): Asked {
  const facet = matrixFacetOf(queryPart(request, "facet"));
  const find = queryPart(request, "find");
  const holds = (field: MatrixField) =>
    (!facet || facet.holds(field)) && (!find || findText(field.profile).includes(find.toLowerCase()));
  return { facet: facet?.key ?? null, find, page: Number(queryPart(request, "page") ?? 1), holds };
}

function facetLinks({ dataset, fields }: OpenMatrix, asked: Asked): readonly object[] {
  const all = { key: null, name: "All", holds: () => true };
  return [all, ...matrixFacets]
    .map(({ key, name, holds }) => ({
      name,
      number: count(fields.filter(holds).length),
      href: urls.matrix(dataset.slug, { facet: key }),
      current: key === asked.facet,
    }))
    .filter(({ number, current }) => number !== "0" || current);
}

/** A goal at the head of its column, with what it needs; or what stands in its way. */
function goalHead({ dataset, fields }: OpenMatrix, state: SettledState, number: number): object {
  const { key, name } = state.goal;
  if (!isSorted(state)) {
    return { number, name, href: urls.editGoal(dataset.slug, key), counts: "Names what these tables lack" };
  }
  const cells = fields.flatMap(({ cells }) => cells[number - 1] ?? []).filter(({ isOutcome }) => !isOutcome);
  const counts = verdictOrder
    .map((verdict) => ({ verdict, number: cells.filter((cell) => cell.verdict?.verdict === verdict).length }))
    .filter((one) => one.number > 0 && one.verdict !== "unused")
    .map((one) => `${count(one.number)} ${verdictWords[one.verdict].short.toLowerCase()}`);
  return {
    number,
    name,
    href: urls.board(dataset.slug, key),
    counts: counts.join(", ") || `Needs none of ${plural(cells.length, "field", "fields")}`,
  };
}
