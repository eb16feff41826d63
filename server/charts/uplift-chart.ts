import type { Chart } from "./draw-chart.ts";

/** Three ways to choose who gets an offer, and what the offer brings when only the first get it. */
export interface UpliftCurves {
  /** at 0, 1/n, … 1 of the customers; null where nobody knows whom it persuades */
  readonly uplift: readonly number[] | null;
  readonly propensity: readonly number[];
  /** what a step of 1 on the scale stands for: 100 of 100 customers, or the amount itself */
  readonly scale: number;
}

const ways = {
  uplift: { label: "by whom it persuades", color: "var(--keep)", dash: [1, 0] },
  propensity: { label: "by who is likely to act", color: "var(--ink-2)", dash: [6, 4] },
  lot: { label: "by lot", color: "var(--rule-strong)", dash: [2, 3] },
} as const;

/** A line a way, each with its name at its highest distance from the line of the lot. */
export function upliftChart({ uplift, propensity, scale }: UpliftCurves): Chart {
  const steps = propensity.length - 1;
  const all = propensity.at(-1) ?? 0;
  const lines = {
    ...(uplift ? { uplift } : {}),
    propensity,
    lot: propensity.map((_, step) => (all * step) / steps),
  };
  const rows = Object.entries(lines).flatMap(([way, values]) =>
    values.map((value, step) => ({ way, share: step / steps, brings: value * scale })),
  );
  const names = Object.keys(lines) as (keyof typeof ways)[];
  const way = {
    field: "way",
    type: "nominal",
    legend: {
      title: null,
      orient: "top",
      columns: 1,
      symbolType: "stroke",
      symbolSize: 400,
      labelFontSize: 14.5,
      labelColor: "var(--ink-2)",
      labelLimit: 400,
      labelExpr: `${names.map((name) => `datum.label === '${name}' ? '${ways[name].label}' : `).join("")}''`,
    },
  } as const;
  return {
    spec: {
      width: 640,
      height: 260,
      autosize: { type: "fit", contains: "padding" },
      data: { name: "rows" },
      mark: { type: "line", strokeWidth: 2, aria: false },
      encoding: {
        x: {
          field: "share",
          type: "quantitative",
          title: "Customers who get it",
          scale: { domain: [0, 1], nice: false },
          axis: { grid: false, aria: false, format: ".0%", tickCount: 5 },
        },
        y: {
          field: "brings",
          type: "quantitative",
          title: null,
          axis: { tickCount: 4, domain: false, ticks: false, aria: false },
        },
        color: { ...way, scale: { domain: names, range: names.map((name) => ways[name].color) } },
        strokeDash: { ...way, scale: { domain: names, range: names.map((name) => [...ways[name].dash]) } },
      },
    },
    rows,
  };
}
