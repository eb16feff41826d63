import { drawHistory } from "./draw-history.ts";
import { drawUplift } from "./draw-uplift.ts";
import type { Engine } from "./jobs/engine.ts";
import type { MinimizationInput } from "./reports/minimization/minimization-input.ts";

/** The report with every drawing that belongs in it. */
export async function drawCurves(engine: Engine, input: MinimizationInput): Promise<MinimizationInput> {
  return drawUplift(engine, await drawHistory(engine, input));
}
