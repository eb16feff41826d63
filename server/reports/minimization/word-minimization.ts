import { day } from "../say-figures.ts";
import type { SectionLink } from "../words.ts";
import type { BeforeAfter } from "./before-after.ts";
import { beforeAfter } from "./before-after.ts";
import { composeMinimizationReport } from "./compose-minimization-report.ts";
import type { DecisionLog } from "./decision-log.ts";
import { decisionLog } from "./decision-log.ts";
import { fieldLines } from "./field-lines.ts";
import type { FieldRows } from "./field-rows.ts";
import { fieldRows } from "./field-rows.ts";
import type { FirstActions } from "./first-actions.ts";
import { firstActions } from "./first-actions.ts";
import type { GoalHistoryWords } from "./goal-histories.ts";
import { goalHistories } from "./goal-histories.ts";
import type { GoalLoss } from "./goal-losses.ts";
import { goalLosses } from "./goal-losses.ts";
import type { GoalMatrix } from "./goal-matrix.ts";
import { goalMatrix } from "./goal-matrix.ts";
import { goalUplifts } from "./goal-uplifts.ts";
import type { Headline } from "./headline.ts";
import { headline, lead } from "./headline.ts";
import { type JointWords, jointWords } from "./joint-words.ts";
import type { Lane } from "./lanes.ts";
import { lanes } from "./lanes.ts";
import type { MinimizationInput } from "./minimization-input.ts";
import { notMeasured } from "./not-measured.ts";
import { type StandIns, standIns } from "./stand-ins.ts";
import type { StillOpen } from "./still-open.ts";
import { stillOpen } from "./still-open.ts";
import type { WorkedOut } from "./worked-out.ts";
import { workedOut } from "./worked-out.ts";

/** The report in words, one model for HTML and Markdown. A section with nothing to say is null. */
export interface MinimizationWords {
  readonly kind: string;
  readonly about: string;
  readonly ask: string;
  readonly headline: Headline;
  readonly lead: string;
  readonly contents: readonly SectionLink[];
  readonly lanes: readonly Lane[];
  readonly matrix: GoalMatrix | null;
  readonly joint: JointWords | null;
  readonly actions: FirstActions | null;
  readonly risk: BeforeAfter;
  readonly losses: readonly GoalLoss[];
  /** is any of the losses drawn? */
  readonly drawn: boolean;
  readonly histories: readonly GoalHistoryWords[] | null;
  readonly uplifts: readonly GoalHistoryWords[] | null;
  readonly decisions: DecisionLog | null;
  readonly open: StillOpen | null;
  readonly fields: FieldRows;
  readonly standIns: StandIns | null;
  readonly unmeasured: readonly string[];
  readonly method: WorkedOut;
}

export function wordMinimization(input: MinimizationInput): MinimizationWords {
  const report = composeMinimizationReport(input);
  const lines = fieldLines(input, report);
  const losses = goalLosses(input, report);
  const words = {
    kind: "Data minimization report",
    about: `${report.dataset.name} · ${day(report.asOf ?? report.run)}`,
    ask: "What do we actually need?",
    headline: headline(lines),
    lead: lead(input, report, lines),
    lanes: lanes(lines),
    matrix: goalMatrix(report, lines),
    joint: jointWords(report, lines),
    actions: firstActions(lines),
    risk: beforeAfter(report, lines),
    losses,
    drawn: losses.some(({ whisker }) => whisker !== null),
    histories: goalHistories(input.goals),
    uplifts: goalUplifts(input.goals),
    decisions: decisionLog(report, lines),
    open: stillOpen(input, lines),
    fields: fieldRows(report, lines),
    standIns: standIns(report, lines),
    unmeasured: notMeasured(input, report, lines),
    method: workedOut(input, report, lines),
  };
  return { ...words, contents: contents(words) };
}

function contents(words: Omit<MinimizationWords, "contents">): readonly SectionLink[] {
  const link = (id: string, heading: string, there: unknown = true) => (there ? [{ id, heading }] : []);
  return [
    ...link("glance", "Keep, blur, let go"),
    ...link("matrix", "Which goal needs what", words.matrix),
    ...link("joint", "All goals together", words.joint),
    ...link("first", "What to do first", words.actions),
    ...link("risk", "Before and after"),
    ...link("cost", "What each goal loses", words.losses.length),
    ...link("offer", "What the offer changes", words.uplifts),
    ...link("history", "How much history is enough", words.histories),
    ...link("fields", "Field by field", words.fields.groups.length),
    ...link("stand-ins", "What could stand in", words.standIns),
    ...link("decisions", "Who decided what", words.decisions),
    ...link("open", "Still open", words.open),
    ...link("unmeasured", "What was not measured"),
    ...link("how", "How this was worked out"),
  ];
}
