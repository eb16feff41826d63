import type { FieldProfile, HistogramBar } from "../vocabulary.ts";
import type { Chart } from "./draw-chart.ts";

/** The size of the whole drawing, labels and all, in pixels, and how many labels there is room for. */
export interface ChartFrame {
  readonly width: number;
  readonly height: number;
  readonly labels: number;
}

/** How the values of a number or date field lie; bars of a group under 5 are not in the profile, so not here. */
export function fieldHistogram({ type, histogram }: FieldProfile, { width, height, labels }: ChartFrame): Chart {
  const dates = type === "date" || type === "time";
  return {
    spec: {
      width,
      height,
      autosize: { type: "fit", contains: "padding" },
      data: { name: "rows" },
      mark: { type: "bar", color: "var(--keep)", binSpacing: 2, aria: false },
      encoding: {
        x: {
          field: "from",
          type: dates ? "temporal" : "quantitative",
          bin: dates ? "binned" : { binned: true },
          title: null,
          axis: { tickCount: labels, grid: false, aria: false, labelOverlap: true },
          ...(dates ? { scale: { type: "utc" } } : {}),
        },
        x2: { field: "to" },
        y: {
          field: "tall",
          type: "quantitative",
          title: null,
          axis: { tickCount: 3, format: ",d", domain: false, ticks: false, aria: false },
        },
      },
    },
    rows: barsOf(histogram).map((bar) =>
      dates ? { ...bar, from: instant(bar.from), to: instant(bar.to) } : { ...bar },
    ),
  };
}

/** Bars as tall as they are dense, so that one joined to hide a small group does not look like a peak. */
function barsOf(histogram: readonly HistogramBar[]): readonly { from: number; to: number; tall: number }[] {
  const step = Math.min(...histogram.map(({ from, to }) => to - from));
  return histogram.map(({ from, to, count }) => ({ from, to, tall: (count * step) / (to - from) }));
}

const dayMs = 86_400_000;

function instant(epochDays: number): number {
  return epochDays * dayMs;
}
