import { expect, test } from "vitest";
import { drawChart } from "../../../server/charts/draw-chart.ts";
import { upliftChart } from "../../../server/charts/uplift-chart.ts";

const propensity = [0, 0.01, 0.02, 0.03];

test("draws a line a way, each named, the line of the lot straight", async () => {
  const chart = upliftChart({ uplift: [0, 0.03, 0.04, 0.03], propensity, scale: 100 });
  const lot = chart.rows.filter(({ way }) => way === "lot").map(({ brings }) => Number(brings));
  expect(lot.map((brings) => Number(brings.toFixed(9)))).toEqual([0, 1, 2, 3]);
  const svg = await drawChart(chart);
  for (const name of ["by whom it persuades", "by who is likely to act", "by lot"]) expect(svg).toContain(name);
});

test("leaves out the way that nobody knows", async () => {
  const svg = await drawChart(upliftChart({ uplift: null, propensity, scale: 1 }));
  expect(svg).not.toContain("by whom it persuades");
  expect(svg).toContain("by lot");
});
