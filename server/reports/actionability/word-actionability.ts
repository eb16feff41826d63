import type { GoalActionability } from "../../actionability/goal-actionability.ts";
import { plainDuration } from "../../evidence/plain-words.ts";
import { sayDuration } from "../../goals/duration.ts";
import { customersName, labelIn } from "../label-in.ts";
import { filesOf, runTerms } from "../provenance.ts";
import { roundFigures } from "../round-figures.ts";
import { asSentence, day, percent, thousands } from "../say-figures.ts";
import type { SectionLink, Term } from "../words.ts";
import type { ActionabilityInput } from "./actionability-input.ts";
import { composeActionabilityReport } from "./compose-actionability-report.ts";
import type { Funnel } from "./funnel.ts";
import { funnel } from "./funnel.ts";
import type { GoalAges } from "./goal-ages.ts";
import { goalAges } from "./goal-ages.ts";
import type { GoalConsent } from "./goal-consent.ts";
import { goalConsent } from "./goal-consent.ts";
import { decaySentences, decayTerms } from "./goal-decay.ts";
import type { GoalFixes } from "./goal-fixes.ts";
import { goalFixes } from "./goal-fixes.ts";
import type { GoalGroups } from "./goal-groups.ts";
import { goalGroups } from "./goal-groups.ts";
import type { GoalHeadline } from "./goal-lead.ts";
import { goalHeadline, goalLead, overallHeadline } from "./goal-lead.ts";
import { goalStatistics } from "./goal-statistics.ts";
import { volumeSentences } from "./goal-volume.ts";
import { sayReady, sayStage } from "./stage-words.ts";

/** The report in words, one model for HTML and Markdown. A section with nothing to say is null or empty. */
export interface ActionabilityWords {
  readonly kind: string;
  readonly about: string;
  readonly ask: string;
  /** of all goals together; of the only goal where there is one */
  readonly headline: GoalHeadline;
  readonly contents: readonly SectionLink[];
  readonly goals: readonly ActionabilityGoalWords[];
  readonly several: boolean;
  readonly method: {
    readonly paragraphs: readonly string[];
    readonly run: readonly Term[];
    readonly files: readonly Term[];
    readonly queries: readonly string[];
  };
}

export interface ActionabilityGoalWords {
  readonly id: string;
  readonly anchors: Readonly<
    Record<"reach" | "ages" | "fixes" | "volume" | "groups" | "consent" | "fields" | "unmeasured" | "warnings", string>
  >;
  readonly name: string;
  readonly headline: GoalHeadline;
  readonly lead: string;
  readonly funnel: Funnel;
  readonly ages: GoalAges | null;
  readonly fixes: GoalFixes | null;
  readonly volume: readonly string[];
  readonly groups: GoalGroups | null;
  readonly consent: GoalConsent | null;
  readonly fields: readonly FieldReadinessRow[];
  /** what the shares of the fields are of; empty where nothing was looked at */
  readonly fieldsNote: string;
  readonly moreFields: number;
  readonly decay: readonly string[];
  readonly unmeasured: readonly { readonly stage: string; readonly why: string }[];
  readonly warnings: readonly string[];
  readonly statistics: readonly Term[];
}

export interface FieldReadinessRow {
  readonly label: string;
  readonly readiness: string;
  readonly late: boolean;
  readonly filled: string;
  readonly inTime: string;
}

const listed = 100;

export function wordActionability(input: ActionabilityInput): ActionabilityWords {
  const report = composeActionabilityReport(input);
  const goals = roundFigures(input.goals);
  const labelOf = labelsIn(input);
  const words = goals.map((goal, place) => wordGoal(goal, place, labelOf, goals.length));
  return {
    kind: "Real-time actionability report",
    about: `${report.dataset.name} · ${day(report.asOf ?? report.run)}`,
    ask: "Can we act in time?",
    headline: overallHeadline(goals, labelOf),
    contents: contents(words),
    goals: words,
    several: goals.length > 1,
    method: {
      paragraphs: [
        `Counted, not modelled: each step is a filter on ${report.asOf ? `the tables as they stood on ${day(report.asOf)}` : "the tables as they stand"}, and whoever fails one is in none of the later ones. Every share is of the first step.`,
        "A step that nothing measures is passed by nobody and lost by nobody; the result is then a ceiling. Whoever is held back on purpose is no loss.",
      ],
      run: runTerms(report),
      files: filesOf(report.dataset),
      queries: [...new Set(goals.flatMap(({ queries }) => queries))].sort(),
    },
  };
}

type LabelOf = (field: { readonly table: string; readonly name: string }) => string;

/** The names that marketers read. */
function labelsIn({ profiles, dataset }: ActionabilityInput): LabelOf {
  const customers = customersName(dataset);
  return ({ table, name }) => {
    const profile = profiles.find((one) => one.table === table && one.name === name);
    return profile ? labelIn(profile, customers) : name;
  };
}

function wordGoal(goal: GoalActionability, place: number, labelOf: LabelOf, goals: number): ActionabilityGoalWords {
  const looked = lookedAt(goal);
  return {
    id: `goal-${place + 1}`,
    anchors: anchorsOf(`goal-${place + 1}`),
    name: goal.name,
    headline: goalHeadline(goal, labelOf),
    lead: goalLead(goal, goals === 1, labelOf),
    funnel: funnel(goal),
    ages: goalAges(goal, labelOf),
    fixes: goalFixes(goal),
    volume: volumeSentences(goal),
    groups: goalGroups(goal, labelOf),
    consent: goalConsent(goal),
    fields: goal.fields.slice(0, listed).map(({ table, name, readiness, coverage, inTimeShare }) => ({
      label: labelOf({ table, name }),
      readiness: sayReady(readiness, inTimeShare),
      late: readiness === "late" || readiness === "missing",
      filled: looked === 0 ? "not measured" : percent(coverage),
      inTime: inTimeShare === null ? "not measured" : percent(inTimeShare),
    })),
    fieldsNote:
      goal.fields.length && looked
        ? `Filled is of the ${thousands(looked)} ${goal.unit === "trigger" ? "triggers" : "customers"} ${goal.unit === "trigger" ? "whose customer is known" : "on record"}; young enough, in time is of those filled.`
        : "",
    moreFields: Math.max(0, goal.fields.length - listed),
    decay: decaySentences(goal, labelOf),
    unmeasured: goal.stages
      .filter(({ stage, measured }) => !measured && stage !== "actionable")
      .map(({ stage, why }) => ({ stage: sayStage[stage], why: asSentence(why ?? "nothing measures it") })),
    warnings: goal.warnings,
    statistics: [...windowTerm(goal), ...goalStatistics(goal), ...decayTerms(goal, labelOf)],
  };
}

/** Units whose customer is known: nobody else's fields can be looked at. */
function lookedAt({ stages }: GoalActionability): number | null {
  return stages.find(({ stage }) => stage === "identifiable")?.count ?? stages[0]?.count ?? null;
}

function anchorsOf(id: string): ActionabilityGoalWords["anchors"] {
  return {
    reach: `${id}-reach`,
    ages: `${id}-ages`,
    fixes: `${id}-fixes`,
    volume: `${id}-volume`,
    groups: `${id}-groups`,
    consent: `${id}-consent`,
    fields: `${id}-fields`,
    unmeasured: `${id}-unmeasured`,
    warnings: `${id}-warnings`,
  };
}

function windowTerm({ windowMinutes, lookBackMinutes }: GoalActionability): readonly Term[] {
  const lookBack = lookBackMinutes === null ? "" : `; triggers of the last ${plainDuration(lookBackMinutes)}`;
  return windowMinutes === null ? [] : [{ term: "Action window", text: `${sayDuration(windowMinutes)}${lookBack}` }];
}

function contents(goals: readonly ActionabilityGoalWords[]): readonly SectionLink[] {
  if (goals.length > 1)
    return [...goals.map(({ id, name }) => ({ id, heading: name })), { id: "how", heading: "How this was worked out" }];
  return goals.flatMap(({ anchors, ages, fixes, volume, groups, consent, fields, unmeasured, warnings }) => [
    { id: anchors.reach, heading: "Who we reach in time" },
    ...(ages ? [{ id: anchors.ages, heading: "Where we lose them" }] : []),
    ...(fixes ? [{ id: anchors.fixes, heading: "What to fix first" }] : []),
    ...(volume.length ? [{ id: anchors.volume, heading: "How often it happens" }] : []),
    ...(groups ? [{ id: anchors.groups, heading: "Whom we reach less" }] : []),
    ...(consent ? [{ id: anchors.consent, heading: "A year from now" }] : []),
    ...(fields.length ? [{ id: anchors.fields, heading: "Field by field" }] : []),
    ...(unmeasured.length ? [{ id: anchors.unmeasured, heading: "What was not measured" }] : []),
    ...(warnings.length ? [{ id: anchors.warnings, heading: "Worth knowing" }] : []),
    { id: "how", heading: "How this was worked out" },
  ]);
}
