import type { ReportPage } from "../render-html.ts";
import { savedFile } from "../render-html.ts";
import type { ReportTemplates } from "../report-templates.ts";
import type { ActionabilityInput } from "./actionability-input.ts";
import { wordActionability } from "./word-actionability.ts";

/** The report as a file of its own. */
export function renderActionabilityHtml(input: ActionabilityInput, templates: ReportTemplates): string {
  const words = wordActionability(input);
  return savedFile(templates, input.winnow, {
    ...renderActionabilityPage(input, templates),
    footer: `${words.kind} · ${words.about}`,
  });
}

/** The report as the body of a page. */
export function renderActionabilityPage(input: ActionabilityInput, templates: ReportTemplates): ReportPage {
  const words = wordActionability(input);
  return { title: `${words.ask} ${words.kind}`, contents: words.contents, body: templates.actionability(words) };
}
