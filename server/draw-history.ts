import { type Chart, drawChartTask } from "./charts/draw-chart.ts";
import { historyChart } from "./charts/history-chart.ts";
import type { History } from "./evidence/history.ts";
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

async function draw({ jobs, pool, version }: Engine, { measured }: GoalHistory): Promise<Drawn> {
  const charts = { rows: rowChart(measured), depth: depthChart(measured) };
  const ready = await jobs.result(
    "Drawing how much history is enough",
    resultKey("history-charts", version, charts),
    async ({ signal }): Promise<Drawn> => {
      const drawn = (chart: Chart | null) => (chart ? pool.run(drawChartTask, chart, { signal }) : null);
      return { rows: await drawn(charts.rows), depth: await drawn(charts.depth) };
    },
  );
  return settle(jobs, ready);
}

function rowChart({ rows }: History): Chart | null {
  const points = rows?.points.map(({ records, share }) => ({ from: records, share, low: null, high: null }));
  return points ? historyChart(points, { title: "Customers learned from", doubling: true }) : null;
}

function depthChart({ depth }: History): Chart | null {
  const points = depth?.curve.points.map(({ months, told }) => ({
    from: months,
    share: told.value,
    low: told.low,
    high: told.high,
  }));
  return points ? historyChart(points, { title: "Months looked back", doubling: false }) : null;
}
