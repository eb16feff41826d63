import { drawChart } from "./charts/draw-chart.ts";
import { serveTasks } from "./jobs/serve-tasks.ts";
import { chooseLevels } from "./model/choose-levels.ts";
import { fitGoal } from "./model/fit-goal.ts";
import { fitValues } from "./model/fit-values.ts";
import { rowCurve } from "./model/row-curve.ts";
import { searchValue } from "./model/search-value.ts";

serveTasks({
  "fit-goal": fitGoal,
  "search-value": searchValue,
  "fit-values": fitValues,
  "choose-levels": chooseLevels,
  "row-curve": rowCurve,
  "draw-chart": drawChart,
});
