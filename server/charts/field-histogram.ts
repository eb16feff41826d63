import type { FieldProfile } from "../vocabulary.ts";
import type { Chart } from "./draw-chart.ts";

/** How the values of a number or date field lie; bars of a group under 5 are not in the profile, so not here. */
export function fieldHistogram({ label, type, histogram }: FieldProfile): Chart {
  const dates = type === "date" || type === "time";
  return {
    spec: {
      width: 520,
      height: 160,
      description: `Histogram of ${label}`,
      data: { name: "rows" },
      mark: { type: "bar", color: "var(--keep)", binSpacing: 1 },
      encoding: {
        x: {
          field: "from",
          type: dates ? "temporal" : "quantitative",
          bin: dates ? "binned" : { binned: true },
          title: null,
          axis: { tickCount: 4, grid: false },
          ...(dates ? { scale: { type: "utc" } } : {}),
        },
        x2: { field: "to" },
        y: { field: "count", type: "quantitative", title: "Customers", axis: { tickCount: 3, format: ",d" } },
      },
    },
    rows: histogram.map(({ from, to, count }) =>
      dates ? { from: instant(from), to: instant(to), count } : { from, to, count },
    ),
  };
}

const dayMs = 86_400_000;

function instant(epochDays: number): number {
  return epochDays * dayMs;
}
