import { drawChartTask } from "../charts/draw-chart.ts";
import { fieldHistogram } from "../charts/field-histogram.ts";
import { Cancelled } from "../errors.ts";
import { resultKey } from "../jobs/result-key.ts";
import type { FieldProfile } from "../vocabulary.ts";
import type { Site } from "./site.ts";
import { soon } from "./soon.ts";
import { traceOf } from "./trace-of.ts";

/** A field's histogram as SVG for wide windows and for narrow ones. */
export interface FieldChart {
  readonly wide: string;
  readonly narrow: string;
}

/** The chart of a field; null where it has none, where it is still being drawn, or where drawing it failed. */
export async function fieldChart(site: Site, profile: FieldProfile): Promise<FieldChart | null> {
  if (profile.histogram.length < 2) return null;
  const { jobs, pool, version } = site.workbench;
  const wide = fieldHistogram(profile, { width: 880, height: 385, labels: 8 });
  const narrow = fieldHistogram(profile, { width: 350, height: 240, labels: 4 });
  try {
    const key = resultKey("field-chart", version, wide, narrow);
    const drawn = await soon(
      await jobs.result(`Drawing ${profile.label}`, key, async ({ signal }): Promise<FieldChart> => {
        const draw = (chart: typeof wide) => pool.run(drawChartTask, chart, { signal });
        return { wide: await draw(wide), narrow: await draw(narrow) };
      }),
    );
    return "result" in drawn ? drawn.result : null;
  } catch (error) {
    // The table beside it says the same, so the page stands without it.
    if (!(error instanceof Cancelled)) site.log(traceOf(error, "GET"));
    return null;
  }
}
