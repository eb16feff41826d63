import { drawChart } from "./charts/draw-chart.ts";
import { serveTasks } from "./jobs/serve-tasks.ts";
import { chooseLevels } from "./model/choose-levels.ts";
import { fitGoal } from "./model/fit-goal.ts";

serveTasks({ "fit-goal": fitGoal, "choose-levels": chooseLevels, "draw-chart": drawChart });
