import { serveTasks } from "./jobs/serve-tasks.ts";
import { fitGoal } from "./model/fit-goal.ts";

serveTasks({ "fit-goal": fitGoal });
