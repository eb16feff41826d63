import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { drawCurves } from "../draw-curves.ts";
import type { Engine } from "../jobs/engine.ts";
import type { Measured } from "../measure-dataset.ts";
import { packageRoot } from "../package-root.ts";
import { composeActionabilityReport } from "../reports/actionability/compose-actionability-report.ts";
import { renderActionabilityCsv } from "../reports/actionability/render-actionability-csv.ts";
import { renderActionabilityHtml } from "../reports/actionability/render-actionability-html.ts";
import { renderActionabilityMarkdown } from "../reports/actionability/render-actionability-markdown.ts";
import { composeMinimizationReport } from "../reports/minimization/compose-minimization-report.ts";
import { renderMinimizationCsv } from "../reports/minimization/render-minimization-csv.ts";
import { renderMinimizationHtml } from "../reports/minimization/render-minimization-html.ts";
import { renderMinimizationMarkdown } from "../reports/minimization/render-minimization-markdown.ts";
import { type PrintOptions, printPdf } from "../reports/print-pdf.ts";
import { readReportTemplates } from "../reports/report-templates.ts";

export const reportFormats = ["html", "md", "json", "csv", "pdf"] as const;
export type ReportFormat = (typeof reportFormats)[number];

/** Both reports in the formats asked for, by file name. */
export async function reportFiles(
  engine: Engine,
  { minimization: measured, actionability }: Measured,
  formats: readonly ReportFormat[],
  options: PrintOptions & { readonly outgoing: string },
): Promise<Record<string, string | Buffer>> {
  const drawn = formats.some((format) => format === "html" || format === "pdf");
  const minimization = drawn ? await drawCurves(engine, measured) : measured;
  const templates = readReportTemplates(join(packageRoot(), "views"));
  const json = (report: object) => `${JSON.stringify(report, null, 2)}\n`;
  const pdf = async (name: string, html: string) => {
    const path = join(options.outgoing, name);
    await printPdf(html, path, options);
    return readFile(path);
  };
  const makers: Record<ReportFormat, readonly [() => string | Promise<Buffer>, () => string | Promise<Buffer>]> = {
    html: [
      () => renderMinimizationHtml(minimization, templates),
      () => renderActionabilityHtml(actionability, templates),
    ],
    md: [() => renderMinimizationMarkdown(minimization), () => renderActionabilityMarkdown(actionability)],
    json: [() => json(composeMinimizationReport(minimization)), () => json(composeActionabilityReport(actionability))],
    csv: [() => renderMinimizationCsv(minimization), () => renderActionabilityCsv(actionability)],
    pdf: [
      () => pdf("minimization.pdf", renderMinimizationHtml(minimization, templates)),
      () => pdf("actionability.pdf", renderActionabilityHtml(actionability, templates)),
    ],
  };
  const files: Record<string, string | Buffer> = {};
  for (const format of formats) {
    const [first, second] = makers[format];
    files[`minimization.${format}`] = await first();
    files[`actionability.${format}`] = await second();
  }
  return files;
}
