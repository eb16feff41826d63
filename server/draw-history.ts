import { type Chart, drawChartTask } from "./charts/draw-chart.ts";
import { type HistoryAxis, type HistoryPoint, historyChart } from "./charts/history-chart.ts";
import type { History } from "./evidence/history/history.ts";
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
  const charts = { rows: rowCharts(measured), depth: depthCharts(measured) };
  const ready = await jobs.result(
    "Drawing how much history is enough",
    resultKey("history-charts", version, charts),
    async ({ signal }): Promise<Drawn> => {
      const draw = (chart: Chart) => pool.run(drawChartTask, chart, { signal });
      const both = async (pair: Charts | null) =>
        pair && { wide: await draw(pair.wide), narrow: await draw(pair.narrow) };
      return { rows: await both(charts.rows), depth: await both(charts.depth) };
    },
  );
  return settle(jobs, ready);
}

type Charts = Readonly<Record<"wide" | "narrow", Chart>>;

const wide = { width: 640, height: 260 };
const narrow = { width: 300, height: 220 };

function rowCharts({ rows }: History): Charts | null {
  const points = rows?.points.map(({ records, share }) => ({ from: records, share, low: null, high: null }));
  const axis = { title: "Customers learned from", doubling: true };
  return points ? inBoth(points, axis) : null;
}

function depthCharts({ depth }: History): Charts | null {
  const points = depth?.curve.points.map(({ months, told }) => ({
    from: months,
    share: told.value,
    low: told.low,
    high: told.high,
  }));
  return points ? inBoth(points, { title: "Months looked back", doubling: false }) : null;
}

function inBoth(points: readonly HistoryPoint[], axis: Omit<HistoryAxis, "width" | "height">): Charts {
  return {
    wide: historyChart(points, { ...axis, ...wide }),
    narrow: historyChart(points, { ...axis, ...narrow }),
  };
}
