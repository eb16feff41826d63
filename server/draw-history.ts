import { drawChartTask } from "./charts/draw-chart.ts";
import { historyChart } from "./charts/history-chart.ts";
import type { Engine } from "./jobs/engine.ts";
import { resultKey } from "./jobs/result-key.ts";
import { settle } from "./jobs/settle.ts";
import type { GoalHistory, MinimizationInput } from "./reports/minimization/minimization-input.ts";

type Drawn = NonNullable<GoalHistory["drawn"]>;

/** The report with the drawings of its curves; a drawing is made once. */
export async function drawHistory(engine: Engine, input: MinimizationInput): Promise<MinimizationInput> {
  const goals: MinimizationInput["goals"][number][] = [];
  for (const goal of input.goals) {
    const { history } = goal;
    goals.push(history ? { ...goal, history: { ...history, drawn: await draw(engine, history) } } : goal);
  }
  return { ...input, goals };
}

async function draw({ jobs, pool, version }: Engine, { measured: { rows } }: GoalHistory): Promise<Drawn> {
  if (!rows) return { rows: null };
  const points = rows.points.map(({ records, share }) => ({ from: records, share, low: null, high: null }));
  const chart = historyChart(points, { title: "Customers learned from", doubling: true });
  const ready = await jobs.result(
    "Drawing how much history is enough",
    resultKey("history-chart", version, chart),
    async ({ signal }): Promise<Drawn> => ({ rows: await pool.run(drawChartTask, chart, { signal }) }),
  );
  return settle(jobs, ready);
}
