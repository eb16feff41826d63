import { peopleOf } from "../../evidence/people-of.ts";
import type { Estimate, Performance } from "../../vocabulary.ts";
import { of100, percent } from "../say-figures.ts";
import type { Term } from "../words.ts";
import type { GoalResult, MinimizationInput } from "./minimization-input.ts";
import type { MinimizationReport, MinimizedGoal } from "./minimization-report.ts";

export interface GoalLoss {
  readonly name: string;
  readonly measure: string;
  readonly measured: boolean;
  readonly today: string;
  readonly plan: string;
  readonly planNote: string;
  readonly lost: string;
  readonly lostNote: string;
  readonly whisker: Whisker | null;
  /** who loses more than others */
  readonly segments: readonly string[];
}

/** Two estimates as places on one scale. */
export interface Whisker {
  readonly all: Estimate;
  readonly kept: Estimate;
}

export function goalLosses(input: MinimizationInput, report: MinimizationReport): readonly GoalLoss[] {
  return report.goals.map((goal, place) => {
    const result = input.goals[place];
    return goal.performance && result ? measuredLoss(goal, goal.performance, result) : unmeasuredLoss(goal);
  });
}

function measuredLoss(goal: MinimizedGoal, performance: Performance, result: GoalResult): GoalLoss {
  const { allFields, keptFields } = performance.foundInTop20;
  const lost = Math.round((allFields.value - keptFields.value) * 100);
  const keepsLess = lost === 0 && Math.round(100 * allFields.value) > Math.round(100 * keptFields.value);
  const people = peopleOf(result.outcome);
  return {
    name: goal.name,
    measure:
      result.outcome?.kind === "one-of-several"
        ? "Of every 100 customers, found among the first 20 of 100 for their own value"
        : performance.measure === "auc"
          ? `Of every 100 ${people}, found among the first 20 of 100 customers`
          : "Of every 100 units of the outcome, held by the first 20 of 100 customers",
    measured: true,
    today: of100(allFields.value),
    plan: of100(keptFields.value),
    planNote: keeps(performance.keptShare.value),
    lost: lost > 0 ? `${lost} of 100` : keepsLess ? "Under 1 of 100" : "Nothing",
    lostNote: result.proven ? "" : `Not shown to be equal with this many customers${bothSets(result)}`,
    whisker: whisker(allFields, keptFields),
    segments: result.segments?.sentences ?? [],
  };
}

function keeps(share: number): string {
  return share < 1
    ? `keeps ${of100(share)} of every 100 parts of what the fields tell`
    : "keeps all that the fields tell";
}

/** The lean set stands in the plan; beside it, the one that is shown to keep enough. */
function bothSets({ kept, provenSet }: GoalResult): string {
  return provenSet
    ? `: the ${kept.length} kept are the lean set, ${provenSet.length} fields are shown to do as well`
    : "";
}

function unmeasuredLoss({ name, outcome, supported }: MinimizedGoal): GoalLoss {
  const why =
    outcome === null
      ? "No outcome yet"
      : supported === false
        ? "These fields do not support it"
        : "Too little to measure";
  return {
    name,
    measure: why,
    measured: false,
    today: "not measured",
    plan: "not measured",
    planNote: "",
    lost: "Cannot be said",
    lostNote: outcome === null ? "The fields it names are kept" : "Nothing is let go on its account",
    whisker: null,
    segments: [],
  };
}

/** For whoever looks at the statistics: the segments that lose more, with their ranges. */
export function segmentTerms({ segments }: Pick<GoalResult, "segments">): readonly Term[] {
  if (!segments) return [];
  const { average, groups } = segments.measured;
  const range = ({ value, low, high }: Estimate) =>
    `${percent(value)}, likely range ${percent(low)} to ${percent(high)}`;
  return groups
    .filter(({ flagged }) => flagged)
    .map(({ label, value, loss }) => ({
      term: `Left out for ${label}: ${value ?? "empty"}`,
      text: `${range(loss)}; on average ${range(average)}`,
    }));
}

/** Both on one scale that leaves room at the ends, in percent of the drawing's width. */
function whisker(all: Estimate, kept: Estimate): Whisker {
  const least = Math.min(all.low, kept.low);
  const span = Math.max(all.high, kept.high) - least || 1;
  const place = (share: number) => Math.round((10 + ((share - least) / span) * 80) * 10) / 10;
  const places = ({ value, low, high }: Estimate) => ({ value: place(value), low: place(low), high: place(high) });
  return { all: places(all), kept: places(kept) };
}
