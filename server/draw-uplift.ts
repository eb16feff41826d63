import { drawChartTask } from "./charts/draw-chart.ts";
import { upliftChart } from "./charts/uplift-chart.ts";
import type { Engine } from "./jobs/engine.ts";
import { resultKey } from "./jobs/result-key.ts";
import { settle } from "./jobs/settle.ts";
import type { MinimizationInput } from "./reports/minimization/minimization-input.ts";

type GoalUpliftResult = NonNullable<MinimizationInput["goals"][number]["uplift"]>;

/** The report with the drawings of what each offer brings; a drawing is made once. */
export async function drawUplift(engine: Engine, input: MinimizationInput): Promise<MinimizationInput> {
  const goals: MinimizationInput["goals"][number][] = [];
  for (const goal of input.goals) {
    const { uplift, outcome } = goal;
    const drawn = uplift ? await draw(engine, uplift, outcome?.kind === "number" ? 1 : 100) : null;
    goals.push(uplift && drawn ? { ...goal, uplift: { ...uplift, drawn: drawn.svg } } : goal);
  }
  return { ...input, goals };
}

async function draw({ jobs, pool, version }: Engine, { measured }: GoalUpliftResult, scale: number) {
  if (!measured.curve) return null;
  const chart = upliftChart({ ...measured.curve, scale });
  const ready = await jobs.result(
    "Drawing what the offer brings",
    resultKey("uplift-chart", version, chart),
    async ({ signal }) => ({ svg: await pool.run(drawChartTask, chart, { signal }) }),
  );
  return settle(jobs, ready);
}
