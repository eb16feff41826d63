import { drawChart } from "./charts/draw-chart.ts";
import { serveTasks } from "./jobs/serve-tasks.ts";
import { chooseLevels } from "./model/choose-levels.ts";
import { confirmByTime } from "./model/confirm-by-time.ts";
import { eventDepth } from "./model/event-depth.ts";
import { fitGoal } from "./model/fit-goal.ts";
import { fitValues } from "./model/fit-values.ts";
import { measureUplift } from "./model/measure-uplift.ts";
import { recordDepth } from "./model/record-depth.ts";
import { rowCurve } from "./model/row-curve.ts";
import { searchValue } from "./model/search-value.ts";
import { segmentLosses } from "./model/segment-losses.ts";
import { findStandIns } from "./model/stand-ins.ts";

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
