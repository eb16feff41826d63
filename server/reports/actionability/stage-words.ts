import type { GoalActionability } from "../../actionability/goal-actionability.ts";
import type { Readiness, StageName } from "../../vocabulary.ts";

export const sayStage: Readonly<Record<StageName, string>> = {
  known: "Known",
  identifiable: "Identifiable",
  present: "Fields present",
  fresh: "Fresh enough",
  agreed: "Agreed",
  reachable: "Reachable",
  "in-time": "In time",
  actionable: "Actionable now",
};

/** Whether the step to mend first is also the one where most are lost; who is stopped twice is lost at the earlier one. */
export function losesMost({ stages, bottleneck }: Pick<GoalActionability, "stages" | "bottleneck">): boolean {
  const most = Math.max(...stages.map(({ lost }) => lost ?? 0));
  return most > 0 && stages.some(({ stage, lost }) => stage === bottleneck && lost === most);
}

/** What nothing measures, where a stage is not measured. */
export const stageQuestion: Readonly<Record<StageName, string>> = {
  known: "who is meant",
  identifiable: "whose event it is",
  present: "whether the fields are there",
  fresh: "how old the values are",
  agreed: "who agreed",
  reachable: "who can be reached",
  "in-time": "when the news arrives",
  actionable: "who is held back",
};

/** Of the filled ones, so many in time are as good as all. */
const NEARLY_ALL = 0.95;

/** The same, and whether it holds for all or for most. */
export function sayReady(readiness: Readiness, inTimeShare: number | null): string {
  if (inTimeShare === null) return sayReadiness[readiness];
  if (readiness === "in-time" && inTimeShare < NEARLY_ALL) return "in time for most";
  return readiness === "late" && inTimeShare > 1 - NEARLY_ALL ? "too late for most" : sayReadiness[readiness];
}

export const sayReadiness: Readonly<Record<Readiness, string>> = {
  "in-time": "in time",
  late: "too late",
  missing: "often missing",
  "not-measured": "not measured",
};
