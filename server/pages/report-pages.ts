import type { Request, Response } from "express";
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
import { type OpenMeasured, openGoalReport, openReports } from "./open-measured.ts";
import { showPage } from "./show-page.ts";
import { type Page, pathPart, type Site } from "./site.ts";
import { stepsIn } from "./steps-in.ts";
import { twin, urls } from "./urls.ts";

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
  page: (site, request, response) =>
    show(site, request, response, openReports, ({ minimization }) =>
      renderMinimizationPage(minimization, site.reports),
    ),
  html: sendAs("html", openReports, "minimization", (site, { minimization }) =>
    renderMinimizationHtml(minimization, site.reports),
  ),
  json: sendAs("json", openReports, "minimization", (_, { minimization }) =>
    printJson(composeMinimizationReport(minimization)),
  ),
  csv: sendAs("csv", openReports, "minimization", (_, { minimization }) => renderMinimizationCsv(minimization)),
  md: sendAs("md", openReports, "minimization", (_, { minimization }) => renderMinimizationMarkdown(minimization)),
};

export const actionabilityPages: ReportPages = {
  page: (site, request, response) =>
    show(site, request, response, openGoalReport, ({ actionability }) =>
      renderActionabilityPage(actionability, site.reports),
    ),
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

async function show(
  site: Site,
  request: Request,
  response: Response,
  open: Open,
  render: (measured: Measured) => ReportPage,
): Promise<void> {
  const opened = await open(site, request, response);
  if (!opened) return;
  const { dataset, measured } = opened;
  if (!measured.sorting.goals.length) return response.redirect(303, urls.goals(dataset.slug));
  const { title, contents, body } = render(measured);
  const here = request.path;
  showPage(site, request, response, {
    view: "report",
    title,
    steps: await stepsIn(site, opened, "reports"),
    model: {
      contents,
      report: body,
      files: (["html", "md", "json", "csv"] as const).map((ending) => ({
        name: fileNames[ending],
        href: twin(here, ending),
      })),
      watch: "goal" in request.params ? urls.rehearsal(dataset.slug, pathPart(request, "goal")) : null,
      others: { href: urls.reports(dataset.slug), text: "All reports" },
    },
  });
}

const fileNames = { html: "Web page", md: "Markdown", json: "JSON", csv: "CSV" } as const;
const types = { html: "text/html", md: "text/markdown", json: "application/json", csv: "text/csv" } as const;

function sendAs(
  ending: keyof typeof types,
  open: Open,
  name: string,
  render: (site: Site, measured: Measured) => string,
): Page {
  return async (site, request, response) => {
    const opened = await open(site, request, response);
    if (!opened) return;
    const goal = "goal" in request.params ? `${pathPart(request, "goal")}-` : "";
    response.type(types[ending]);
    if (ending !== "json") response.attachment(`${opened.dataset.slug}-${goal}${name}.${ending}`);
    response.type(types[ending]).send(render(site, opened.measured));
  };
}

function printJson(report: object): string {
  return `${JSON.stringify(report, null, 2)}\n`;
}
