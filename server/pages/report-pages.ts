import type { Request, Response } from "express";
import { drawCurves } from "../draw-curves.ts";
import { composeActionabilityReport } from "../reports/actionability/compose-actionability-report.ts";
import { renderActionabilityCsv } from "../reports/actionability/render-actionability-csv.ts";
import {
  renderActionabilityHtml,
  renderActionabilityPage,
} from "../reports/actionability/render-actionability-html.ts";
import { renderActionabilityMarkdown } from "../reports/actionability/render-actionability-markdown.ts";
import { composeMinimizationReport } from "../reports/minimization/compose-minimization-report.ts";
import { renderMinimizationCsv } from "../reports/minimization/render-minimization-csv.ts";
import { renderMinimizationHtml, renderMinimizationPage } from "../reports/minimization/render-minimization-html.ts";
import { renderMinimizationMarkdown } from "../reports/minimization/render-minimization-markdown.ts";
import type { ReportPage } from "../reports/render-html.ts";
import {
  type EffortFault,
  type EffortsForm,
  effortsForm,
  standingEfforts,
  type WrittenEfforts,
} from "./efforts-form.ts";
import { type OpenMeasured, openGoalReport, openReports } from "./open-measured.ts";
import { showPage } from "./show-page.ts";
import { type Page, pathPart, queryPart, type Site } from "./site.ts";
import { stepsIn } from "./steps-in.ts";
import { twin, urls } from "./urls.ts";
import { whoOf } from "./who.ts";

type Open = (site: Site, request: Request, response: Response) => Promise<OpenMeasured | null>;

/** A report's page, and its twins: the same figures as a file. */
interface ReportPages {
  readonly page: Page;
  readonly html: Page;
  readonly json: Page;
  readonly csv: Page;
  readonly md: Page;
}

export const minimizationPages: ReportPages = {
  page: async (site, request, response) => {
    const open = await openReports(site, request, response);
    if (!open) return;
    const drawn = await drawCurves(site.workbench, open.measured.minimization);
    await show(site, request, response, open, renderMinimizationPage(drawn, site.reports));
  },
  html: sendAs("html", openReports, "minimization", async (site, { minimization }) =>
    renderMinimizationHtml(await drawCurves(site.workbench, minimization), site.reports),
  ),
  json: sendAs("json", openReports, "minimization", (_, { minimization }) =>
    printJson(composeMinimizationReport(minimization)),
  ),
  csv: sendAs("csv", openReports, "minimization", (_, { minimization }) => renderMinimizationCsv(minimization)),
  md: sendAs("md", openReports, "minimization", (_, { minimization }) => renderMinimizationMarkdown(minimization)),
};

export const actionabilityPages: ReportPages = {
  page: async (site, request, response) => {
    const open = await openGoalReport(site, request, response);
    if (open) await showActionability(site, request, response, open);
  },
  html: sendAs("html", openGoalReport, "actionability", (site, { actionability }) =>
    renderActionabilityHtml(actionability, site.reports),
  ),
  json: sendAs("json", openGoalReport, "actionability", (_, { actionability }) =>
    printJson(composeActionabilityReport(actionability)),
  ),
  csv: sendAs("csv", openGoalReport, "actionability", (_, { actionability }) => renderActionabilityCsv(actionability)),
  md: sendAs("md", openGoalReport, "actionability", (_, { actionability }) =>
    renderActionabilityMarkdown(actionability),
  ),
};

type Measured = OpenMeasured["measured"];

/** The report of one goal, and under it the form in which its fixes are weighed. */
export function showActionability(
  site: Site,
  request: Request,
  response: Response,
  open: OpenMeasured,
  sent?: { readonly written: WrittenEfforts; readonly faults: readonly EffortFault[] },
): Promise<void> {
  const { measured, dataset } = open;
  const [report] = measured.actionability.goals;
  const action = `${urls.actionability(dataset.slug, pathPart(request, "goal"))}#efforts`;
  const form =
    report && effortsForm(report, action, sent?.written ?? standingEfforts(report, whoOf(request)), sent?.faults ?? []);
  return show(site, request, response, open, renderActionabilityPage(measured.actionability, site.reports), {
    efforts: form ?? null,
    asOf: report?.asOf ? asOfForm(request, report.asOf) : null,
    watch: urls.rehearsal(dataset.slug, pathPart(request, "goal")),
  });
}

/** What a report's page has beside the report. */
interface ReportParts {
  readonly efforts: EffortsForm | null;
  /** the moment that it stands for, to be changed; `own` leads back to the data's own */
  readonly asOf: { readonly action: string; readonly value: string; readonly own: string | null } | null;
  readonly watch: string | null;
}

function asOfForm(request: Request, asOf: string): ReportParts["asOf"] {
  const { path } = request;
  return { action: path, value: asOf.slice(0, 16), own: queryPart(request, "asOf") === null ? null : path };
}

async function show(
  site: Site,
  request: Request,
  response: Response,
  { dataset, measured, strategy }: OpenMeasured,
  { title, contents, body }: ReportPage,
  more: ReportParts = { efforts: null, asOf: null, watch: null },
): Promise<void> {
  if (!measured.sorting.goals.length) return response.redirect(303, urls.goals(dataset.slug));
  const asOf = queryPart(request, "asOf");
  const path = asOf === null ? request.path : `${request.path}?${new URLSearchParams({ asOf })}`;
  showPage(site, request, response, {
    view: "report",
    title: more.efforts?.faults.length ? `Error: ${title}` : title,
    status: more.efforts?.faults.length ? 400 : 200,
    steps: await stepsIn(site, { dataset, strategy }, "reports"),
    done: doneWords[queryPart(request, "done") ?? ""] ?? null,
    model: {
      ...more,
      contents: more.efforts ? [...contents, { id: "efforts", heading: "Weigh the fixes" }] : contents,
      report: body,
      files: (["html", "md", "json", "csv"] as const).map((ending) => ({
        name: fileNames[ending],
        href: twin(path, ending),
      })),
      others: { href: urls.reports(dataset.slug), text: "All reports" },
    },
  });
}

const doneWords: Readonly<Record<string, string>> = {
  efforts: "Efforts saved.",
  "usual-efforts": "The usual efforts count again.",
};
const fileNames = { html: "Web page", md: "Markdown", json: "JSON", csv: "CSV" } as const;
const types = { html: "text/html", md: "text/markdown", json: "application/json", csv: "text/csv" } as const;

function sendAs(
  ending: keyof typeof types,
  open: Open,
  name: string,
  render: (site: Site, measured: Measured) => string | Promise<string>,
): Page {
  return async (site, request, response) => {
    const opened = await open(site, request, response);
    if (!opened) return;
    const goal = "goal" in request.params ? `${pathPart(request, "goal")}-` : "";
    response.type(types[ending]);
    if (ending !== "json") response.attachment(`${opened.dataset.slug}-${goal}${name}.${ending}`);
    response.type(types[ending]).send(await render(site, opened.measured));
  };
}

function printJson(report: object): string {
  return `${JSON.stringify(report, null, 2)}\n`;
}
