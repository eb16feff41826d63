import { join } from "node:path";
import { expect, test } from "vitest";
import { packageRoot } from "../../../server/package-root.ts";
import { composeActionabilityReport } from "../../../server/reports/actionability/compose-actionability-report.ts";
import { renderActionabilityCsv } from "../../../server/reports/actionability/render-actionability-csv.ts";
import { renderActionabilityPage } from "../../../server/reports/actionability/render-actionability-html.ts";
import { renderActionabilityMarkdown } from "../../../server/reports/actionability/render-actionability-markdown.ts";
import { composeMinimizationReport } from "../../../server/reports/minimization/compose-minimization-report.ts";
import { renderMinimizationCsv } from "../../../server/reports/minimization/render-minimization-csv.ts";
import { renderMinimizationPage } from "../../../server/reports/minimization/render-minimization-html.ts";
import { renderMinimizationMarkdown } from "../../../server/reports/minimization/render-minimization-markdown.ts";
import { readReportTemplates } from "../../../server/reports/report-templates.ts";
import { aMinimizationInput, anActionabilityInput } from "../../support/report-inputs.ts";

const golden = (name: string) => join(packageRoot(), "test/golden", name);
const templates = readReportTemplates(join(packageRoot(), "views"));
// Git may store a CSV with other line ends; that they are CRLF is tested beside csvText.
const lines = (csv: string) => csv.replaceAll("\r\n", "\n");
const json = (document: object) => `${JSON.stringify(document, null, 2)}\n`;

// The HTML is that of the page's body: styles and fonts may change without changing what a report says.
test("the minimization report reads as it was approved", async () => {
  const input = aMinimizationInput();
  await expect(json(composeMinimizationReport(input))).toMatchFileSnapshot(golden("minimization.json"));
  await expect(renderMinimizationPage(input, templates).body).toMatchFileSnapshot(golden("minimization.html"));
  await expect(renderMinimizationMarkdown(input)).toMatchFileSnapshot(golden("minimization.md"));
  await expect(lines(renderMinimizationCsv(input))).toMatchFileSnapshot(golden("minimization.csv"));
});

test("the actionability report reads as it was approved", async () => {
  const input = anActionabilityInput();
  await expect(json(composeActionabilityReport(input))).toMatchFileSnapshot(golden("actionability.json"));
  await expect(renderActionabilityPage(input, templates).body).toMatchFileSnapshot(golden("actionability.html"));
  await expect(renderActionabilityMarkdown(input)).toMatchFileSnapshot(golden("actionability.md"));
  await expect(lines(renderActionabilityCsv(input))).toMatchFileSnapshot(golden("actionability.csv"));
});
