import type { Chart } from "./draw-chart.ts";

/** A share of what the fields tell, learned from so much history. */
export interface HistoryPoint {
  /** customers, or months */
  readonly from: number;
  readonly share: number;
  readonly low: number | null;
  readonly high: number | null;
}

export interface HistoryAxis {
  /** in pixels, labels and all */
  readonly width: number;
  readonly height: number;
  readonly title: string;
  /** doublings of customers stand as far apart as one another; months do not */
  readonly doubling: boolean;
}

/** How much more history brings: a line through the points, each with its likely range where one is known. */
export function historyChart(points: readonly HistoryPoint[], { width, height, title, doubling }: HistoryAxis): Chart {
  const x = {
    field: "from",
    type: "quantitative",
    title,
    scale: doubling ? ({ type: "log", base: 2, nice: false } as const) : { zero: true },
    axis: {
      grid: false,
      aria: false,
      labelOverlap: true,
      ...(doubling ? { values: points.map(({ from }) => from), format: ",d" } : { tickCount: 6 }),
    },
  } as const;
  const y = {
    field: "share",
    type: "quantitative",
    title: null,
    scale: { zero: false, nice: true },
    axis: { tickCount: 4, format: ".0%", domain: false, ticks: false, aria: false },
  } as const;
  return {
    spec: {
      width,
      height,
      autosize: { type: "fit", contains: "padding" },
      data: { name: "rows" },
      encoding: { x },
      layer: [
        {
          transform: [{ filter: "isValid(datum.low)" }],
          mark: { type: "rule", color: "var(--rule-strong)", strokeWidth: 2, aria: false },
          encoding: { y: { ...y, field: "low" }, y2: { field: "high" } },
        },
        { mark: { type: "line", color: "var(--keep)", strokeWidth: 1.5, aria: false }, encoding: { y } },
        { mark: { type: "point", color: "var(--keep)", filled: true, size: 70, aria: false }, encoding: { y } },
      ],
    },
    rows: points.map((point) => ({ ...point })),
  };
}
