import { csvText } from "../csv-text.ts";
import type { ActionabilityInput } from "./actionability-input.ts";
import { composeActionabilityReport } from "./compose-actionability-report.ts";

const header = [
  "goal",
  "name",
  "unit",
  "window_minutes",
  "stage",
  "measured",
  "count",
  "lost",
  "share",
  "customers",
].concat(["why", "held_back", "bottleneck"]);

/** One row for each goal and stage. */
export function renderActionabilityCsv(input: ActionabilityInput): string {
  const { goals } = composeActionabilityReport(input);
  const rows = goals.flatMap((goal) =>
    goal.stages.map(({ stage, measured, count, lost, share, customers, why }) => [
      goal.key,
      goal.name,
      goal.unit,
      goal.windowMinutes,
      stage,
      measured,
      count,
      lost,
      share,
      customers,
      why,
      stage === "actionable" ? goal.heldBack : null,
      goal.bottleneck === stage,
    ]),
  );
  return csvText(header, rows);
}
