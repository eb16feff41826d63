import type { ReportPage } from "../render-html.ts";
import { savedFile } from "../render-html.ts";
import type { ReportTemplates } from "../report-templates.ts";
import type { MinimizationInput } from "./minimization-input.ts";
import { wordMinimization } from "./word-minimization.ts";

/** The report as a file of its own. */
export function renderMinimizationHtml(input: MinimizationInput, templates: ReportTemplates): string {
  const words = wordMinimization(input);
  return savedFile(templates, input.winnow, {
    ...renderMinimizationPage(input, templates),
    footer: `${words.kind} · ${words.about}`,
  });
}

/** The report as the body of a page. */
export function renderMinimizationPage(input: MinimizationInput, templates: ReportTemplates): ReportPage {
  const words = wordMinimization(input);
  return { title: `${words.ask} ${words.kind}`, contents: words.contents, body: templates.minimization(words) };
}
