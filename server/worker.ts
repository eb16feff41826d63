import { drawChart } from "./charts/draw-chart.ts";
import { serveTasks } from "./jobs/serve-tasks.ts";
import { fitGoal } from "./model/fit-goal.ts";
import { confirmByTime } from "./model/history/confirm-by-time.ts";
import { eventDepth } from "./model/history/event-depth.ts";
import { recordDepth } from "./model/history/record-depth.ts";
import { rowCurve } from "./model/history/row-curve.ts";
import { chooseLevels } from "./model/levels/choose-levels.ts";
import { segmentLosses } from "./model/segment-losses.ts";
import { findStandIns } from "./model/stand-ins.ts";
import { measureUplift } from "./model/uplift/measure-uplift.ts";
import { fitValues } from "./model/values/fit-values.ts";
import { searchValue } from "./model/values/search-value.ts";

serveTasks({
  "fit-goal": fitGoal,
  "measure-uplift": measureUplift,
  "search-value": searchValue,
  "fit-values": fitValues,
  "choose-levels": chooseLevels,
  "find-stand-ins": findStandIns,
  "row-curve": rowCurve,
  "event-depth": eventDepth,
  "record-depth": recordDepth,
  "confirm-by-time": confirmByTime,
  "segment-losses": segmentLosses,
  "draw-chart": drawChart,
});
