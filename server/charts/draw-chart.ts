import type { Loader, Spec } from "vega";
import type { TopLevelSpec } from "vega-lite";
import type { Task } from "../jobs/worker-pool.ts";

/** A chart to draw: a specification whose data set is named `rows`, and those rows. */
export interface Chart {
  readonly spec: TopLevelSpec;
  readonly rows: readonly Readonly<Record<string, string | number | boolean | null>>[];
}

/** Drawing belongs in the worker pool: loading Vega and the first chart take the better part of a second. */
export const drawChartTask: Task<Chart, string> = { name: "draw-chart" };

/**
 * Draws a chart as SVG that takes its colours from the page (CSS variables survive as they stand) and never its data
 * from anywhere but `rows`. Throws where the specification names an address.
 */
export async function drawChart({ spec, rows }: Chart): Promise<string> {
  refuseAddresses(spec);
  const [vega, vegaLite, { expressionInterpreter }] = await Promise.all([
    import("vega"),
    import("vega-lite"),
    import("vega-interpreter"),
  ]);
  const compiled = vegaLite.compile(spec, { config }).spec as Spec;
  const runtime = vega.parse(compiled, undefined, { ast: true });
  const view = new vega.View(runtime, {
    renderer: "none",
    logLevel: vega.Error,
    loader: closedLoader(vega.loader()),
    expr: expressionInterpreter,
  });
  try {
    view.data("rows", [...rows]);
    return await view.toSVG();
  } finally {
    view.finalize();
  }
}

/** The look of every chart: direct labels, few grid lines, no frame. */
const config = {
  background: "transparent",
  font: "var(--font-text)",
  padding: 4,
  view: { stroke: null },
  axis: {
    domainColor: "var(--rule-strong)",
    gridColor: "var(--rule)",
    labelColor: "var(--ink-2)",
    labelFontSize: 14.5,
    tickColor: "var(--rule-strong)",
    titleColor: "var(--ink-2)",
    titleFontSize: 14.5,
    titleFontWeight: 400,
  },
} as const;

// Vega reads whatever file or address a specification names, so nothing may be loaded at all. `sanitize` must not
// reject: Vega does not catch it.
function closedLoader(loader: Loader): Loader {
  return {
    ...loader,
    load: async () => {
      throw new Error("A chart loads nothing.");
    },
    sanitize: async () => ({ href: "#" }),
  };
}

function refuseAddresses(part: unknown): void {
  if (part === null || typeof part !== "object") return;
  if (!Array.isArray(part) && "url" in part) throw new Error("A chart names its rows, never an address.");
  for (const inner of Object.values(part)) refuseAddresses(inner);
}
