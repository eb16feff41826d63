import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parseHTML } from "linkedom";
import { expect, test } from "vitest";
import { drawChart } from "../../../server/charts/draw-chart.ts";
import { fieldHistogram } from "../../../server/charts/field-histogram.ts";
import { historyChart } from "../../../server/charts/history-chart.ts";
import { packageRoot } from "../../../server/package-root.ts";
import type { FieldProfile } from "../../../server/vocabulary.ts";
import { reportProfiles } from "../../support/report-inputs.ts";

const [base] = reportProfiles;
if (!base) throw new Error("The made-up input has a field.");

const charge: FieldProfile = {
  ...base,
  label: "Monthly <charge>",
  type: "number",
  histogram: [
    { from: 0, to: 10, count: 12 },
    { from: 10, to: 20, count: 40 },
    { from: 20, to: 30, count: 7 },
  ],
};

const frame = { width: 350, height: 240, labels: 4 };

test("a histogram has a bar for each group, the colours of the page, and no style of its own", async () => {
  const svg = await drawChart(fieldHistogram(charge, frame));
  const { document } = parseHTML(svg);
  expect(document.querySelectorAll(".mark-rect path")).toHaveLength(3);
  expect(svg).toContain("var(--keep)");
  expect(svg).not.toMatch(/\sstyle=|<style|<script/);
});

test("a bar that was joined to hide a small group is drawn as dense as it is, not as a peak", () => {
  const joined = { from: 30, to: 80, count: 40 };
  const { rows } = fieldHistogram({ ...charge, histogram: [...charge.histogram, joined] }, frame);
  expect(rows.map(({ tall }) => tall)).toEqual([12, 40, 7, 8]);
});

test("a chart is as wide and as high as it was asked for, labels and all", async () => {
  const { document } = parseHTML(await drawChart(fieldHistogram(charge, frame)));
  expect(document.querySelector("svg")?.getAttribute("viewBox")).toBe("0 0 350 240");
});

test("dates stand on an axis of time, whatever zone the computer is in", async () => {
  const dated: FieldProfile = {
    ...charge,
    type: "date",
    histogram: [20089, 20454].map((from) => ({ from, to: from + 365, count: 9 })),
  };
  expect(await drawChart(fieldHistogram(dated, frame))).toContain("2026");
});

test("a chart that names an address is refused", async () => {
  const { spec, rows } = fieldHistogram(charge, frame);
  const path = join(packageRoot(), "package.json");
  const reading = { ...spec, data: { url: path } } as typeof spec;
  await expect(drawChart({ spec: reading, rows })).rejects.toThrow(/address/);
});

test("loading Vega is left to whoever draws", () => {
  const source = readFileSync(join(packageRoot(), "server/charts/draw-chart.ts"), "utf8");
  expect(source).not.toMatch(/^import (?!type)[^\n]*"vega/m);
});

test("a curve has a dot for each point, on doublings of customers, and no style of its own", async () => {
  const points = [176, 352, 704].map((from) => ({ from, share: from / 704, low: null, high: null }));
  const svg = await drawChart(
    historyChart(points, { width: 640, height: 260, title: "Customers learned from", doubling: true }),
  );
  const { document } = parseHTML(svg);
  expect(document.querySelectorAll(".mark-symbol path")).toHaveLength(3);
  expect(document.querySelectorAll(".mark-rule.role-mark line")).toHaveLength(0);
  expect(svg).toContain("352");
  expect(svg).not.toMatch(/\sstyle=|<style|<script/);
});
