import type { GoalActionability, StageCount } from "../../actionability/goal-actionability.ts";
import { inWords } from "../../evidence/plain-words.ts";
import { sayDuration } from "../../goals/duration.ts";
import { capital, countOf, day, of100, thousands } from "../say-figures.ts";
import { losesMost, sayStage, stageQuestion } from "./stage-words.ts";

/** The finding; `figure` is the part that is set apart. */
export interface GoalHeadline {
  readonly before: string;
  readonly figure: string;
  readonly after: string;
}

type LabelOf = (field: { readonly table: string; readonly name: string }) => string;

/** A field that is needed and never in time comes before any share. */
export function goalHeadline(goal: GoalActionability, labelOf: LabelOf): GoalHeadline {
  return neverInTime(goal, labelOf) ?? shareHeadline(goal);
}

function neverInTime({ fields, atTriggerTime }: GoalActionability, labelOf: LabelOf): GoalHeadline | null {
  // Who was acted on at the time had it in time, whatever today's snapshot says.
  if (atTriggerTime?.count && atTriggerTime.asThen.includes("fields")) return null;
  const never = fields.filter(({ inTimeShare }) => inTimeShare === 0).map(labelOf);
  if (!never.length) return null;
  const named = never.length > 3 ? [...never.slice(0, 2), `${never.length - 2} more`] : never;
  const are = never.length === 1 ? "is" : "are";
  return { before: "", figure: inWords(named), after: ` ${are} needed, and never here in time` };
}

function shareHeadline(goal: GoalActionability): GoalHeadline {
  const { actionable, unit, lookBackMinutes, asOf } = goal;
  if (goal.stages[0]?.count === 0) {
    const when =
      lookBackMinutes === null || asOf === null ? "" : ` in the ${sayDuration(lookBackMinutes)} before ${day(asOf)}`;
    const nobody = unit === "trigger" ? `no trigger fired${when}` : "no customer is in the audience";
    return { before: "We cannot say ", figure: "who can be acted on in time", after: `: ${nobody}` };
  }
  const each = unit === "trigger" ? "triggers" : "customers";
  if (!actionable)
    return { before: "We cannot say yet ", figure: "who can be acted on in time", after: `: ${missing(goal)}` };
  if (actionable.countsOnly) {
    const first = goal.stages[0]?.count ?? 0;
    const most = actionable.atMost ? "at most " : "";
    return {
      before: `We can act in time for ${most}`,
      figure: `${thousands(actionable.count)} of ${thousands(first)}`,
      after: ` ${each}`,
    };
  }
  const share = of100(actionable.share);
  if (actionable.atMost)
    return { before: "At most ", figure: `${share} of every 100`, after: ` ${each} can be acted on in time` };
  return { before: "We can act in time for ", figure: `${share} of every 100`, after: ` ${each}` };
}

/** One finding over several goals: how many can act at all, and how far apart they are. */
export function overallHeadline(goals: readonly GoalActionability[], labelOf: LabelOf): GoalHeadline {
  const [only] = goals;
  if (only && goals.length === 1) return goalHeadline(only, labelOf);
  const [never] = goals.flatMap((goal) => neverInTime(goal, labelOf) ?? []);
  if (never) return never;
  const shares = goals.flatMap(({ actionable }) => (actionable ? [actionable.share] : []));
  if (!shares.length) return { before: "We cannot say yet ", figure: "who can be acted on in time", after: "" };
  const [least, most] = [of100(Math.min(...shares)), of100(Math.max(...shares))];
  const atMost = goals.some(({ actionable }) => actionable?.atMost) ? "at most " : "";
  const measured = countOf(shares.length, "goal").replace(/ .*/, "");
  const where =
    shares.length < goals.length
      ? `in ${measured} of ${countOf(goals.length, "goal")}`
      : `over ${countOf(goals.length, "goal")}`;
  const figure = least === most ? `${most} of every 100` : `${least} to ${most} of every 100`;
  const each = goals.every(({ unit }) => unit === "trigger")
    ? " triggers"
    : goals.every(({ unit }) => unit === "customer")
      ? " customers"
      : "";
  return { before: `We can act in time for ${atMost}`, figure, after: `${each}, ${where}` };
}

function missing({ stages }: GoalActionability): string {
  const unmeasured = stages
    .filter(({ stage, measured }) => !measured && stage !== "actionable")
    .map(({ stage }) => stageQuestion[stage]);
  return unmeasured.length ? `nothing measures ${inWords(unmeasured.slice(0, 3))}` : "nothing measures it";
}

/** The goal, how long there is to act, and where most are lost; the share first where the headline is about something else. */
export function goalLead(goal: GoalActionability, named: boolean, labelOf: LabelOf): string {
  const channels = goal.channels.map(({ channel }) => channel.replaceAll("-", " "));
  const parts = [
    named ? goal.name : "",
    channels.length ? `by ${inWords(channels)}` : "",
    goal.windowMinutes === null ? "" : `within ${sayDuration(goal.windowMinutes)}`,
  ];
  const what = parts.filter(Boolean).join(", ");
  const bare = channels.length === 0 && goal.windowMinutes === null;
  const { before, figure, after } = shareHeadline(goal);
  return [
    neverInTime(goal, labelOf) ? `${before}${figure}${after}.` : "",
    what && `${capital(what)}.`,
    bare ? "The goal names no channel and no action window." : "",
    bottleneck(goal),
    thenAndNow(goal),
  ]
    .filter(Boolean)
    .join(" ");
}

function bottleneck(goal: GoalActionability): string {
  const { stages, bottleneck: worst, fixes } = goal;
  const stage = stages.find(({ stage }) => stage === worst);
  const first = stages[0]?.count ?? 0;
  if (!stage?.lost || !first) return "";
  const { count, lost } = stage;
  const arriving = (count ?? 0) + lost;
  const part = count === 0 ? `all ${thousands(lost)}` : `${thousands(lost)} of the ${thousands(arriving)}`;
  const said = `${part} who get that far${because(stage)}`;
  if (losesMost(goal)) return `Most are lost at one step, “${sayStage[stage.stage]}”: ${said}.`;
  const alone = fixes.find(({ stage }) => stage === worst)?.gain ?? 0;
  return `The step to mend first is “${sayStage[stage.stage]}”: it stops ${said}, and without it alone we could act for ${thousands(alone)} more.`;
}

function because({ lostBecause }: StageCount): string {
  return lostBecause ? ` (${lostBecause})` : "";
}

/** The count at the moment that mattered, and by how much the snapshot of today flatters or hides. */
function thenAndNow({ atTriggerTime }: GoalActionability): string {
  if (!atTriggerTime) return "";
  const { share, snapshotShare } = atTriggerTime;
  const [then, now] = [of100(share), of100(snapshotShare)];
  const beside =
    then === now
      ? "today’s values say the same"
      : snapshotShare > share
        ? `today’s values make it look like ${now}`
        : `today’s values hide some of them and say ${now}`;
  return `With what was known then, not today’s values, it was ${then} of every 100; ${beside}.`;
}
