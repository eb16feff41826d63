import { drawChart } from "./charts/draw-chart.ts";
import { serveTasks } from "./jobs/serve-tasks.ts";
import { fitGoal } from "./model/fit-goal.ts";

serveTasks({ "fit-goal": fitGoal, "draw-chart": drawChart });
