import type { Request, Response } from "express";
import type { GoalActionability } from "../actionability/goal-actionability.ts";
import type { KeptRehearsal } from "../actionability/rehearsal/rehearsals.ts";
import { NotFound } from "../errors.ts";
import type { SortedGoal } from "../plans/sort-dataset.ts";
import { type OpenMeasured, openGoalReport } from "./open-measured.ts";
import { pathPart, type Site } from "./site.ts";
import { urls } from "./urls.ts";

export interface OpenRehearsal extends OpenMeasured {
  readonly sorted: SortedGoal;
  /** what the report says of the goal */
  readonly report: GoalActionability;
}

/** The goal of the path with its report; null where that is still being made and the reader was sent to watch. */
export async function openRehearsal(site: Site, request: Request, response: Response): Promise<OpenRehearsal | null> {
  const open = await openGoalReport(site, request, response);
  if (!open) return null;
  const [sorted] = open.measured.sorting.goals;
  const [report] = open.measured.actionability.goals;
  if (!sorted || !report) throw new Error("A goal was measured without a result.");
  return { ...open, sorted, report };
}

/** The rehearsal that the path names. Throws NotFound, with the page that begins one. */
export function findRehearsal({ workbench }: Site, request: Request): KeptRehearsal {
  const dataset = pathPart(request, "dataset");
  const goal = pathPart(request, "goal");
  const kept = workbench.rehearsals.find(pathPart(request, "run"));
  if (kept?.dataset === dataset && kept.goal === goal) return kept;
  throw new NotFound("This rehearsal is over, or was never begun.", [urls.rehearsal(dataset, goal)]);
}
