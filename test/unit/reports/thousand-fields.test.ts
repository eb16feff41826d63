import { join } from "node:path";
import { expect, test } from "vitest";
import { packageRoot } from "../../../server/package-root.ts";
import type { MinimizationInput } from "../../../server/reports/minimization/minimization-input.ts";
import { renderMinimizationCsv } from "../../../server/reports/minimization/render-minimization-csv.ts";
import { renderMinimizationPage } from "../../../server/reports/minimization/render-minimization-html.ts";
import { renderMinimizationMarkdown } from "../../../server/reports/minimization/render-minimization-markdown.ts";
import { wordMinimization } from "../../../server/reports/minimization/word-minimization.ts";
import { readReportTemplates } from "../../../server/reports/report-templates.ts";
import { aMinimizationInput } from "../../support/report-inputs.ts";

const templates = readReportTemplates(join(packageRoot(), "views"));

/** The made-up input with its fields repeated to a thousand. */
function aThousandFields(): MinimizationInput {
  const input = aMinimizationInput();
  const { dataset, profiles, combined, verdicts, risk } = input;
  const [table] = dataset.tables;
  if (!table) throw new Error("The made-up dataset has a table.");
  const copies = Array.from({ length: 1000 / profiles.length }, (_, copy) => copy);
  const named = <T extends { readonly name: string }>(rows: readonly T[]) =>
    copies.flatMap((copy) => rows.map((row) => ({ ...row, name: `${row.name}_${copy}` })));
  const wide = named(profiles);
  return {
    ...input,
    dataset: {
      ...dataset,
      tables: [{ ...table, fields: wide.map(({ name }, place) => ({ name, slug: `f-${place}`, type: "text" })) }],
    },
    profiles: wide,
    combined: named(combined),
    verdicts: named(verdicts),
    risk: { ...risk, identifyingFields: wide.map(({ name }) => ({ table: "customers", field: name })) },
  };
}

test("a report on a thousand fields stays a page that a browser opens, and says what it leaves out", () => {
  const input = aThousandFields();
  const words = wordMinimization(input);
  expect(words.fields.more).toBe(900);
  expect(words.matrix?.more).toBe(900);
  expect(words.lanes.map(({ fields, more }) => fields.length + more)).toEqual([500, 125, 250, 125]);
  expect(words.actions?.rows).toHaveLength(12);
  expect(words.decisions).toMatchObject({ lead: "125 decisions by one person.", more: 25 });
  expect(words.risk.counted.at(-1)).toBe("970 more");
  expect(renderMinimizationPage(input, templates).body.length).toBeLessThan(200_000);
  expect(renderMinimizationMarkdown(input)).toContain("900 more fields are in the CSV and the JSON of this report.");
});

test("the CSV holds every field for every goal", () => {
  expect(renderMinimizationCsv(aThousandFields()).trimEnd().split("\r\n")).toHaveLength(1 + 2000);
});
