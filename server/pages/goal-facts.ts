import { customersTable } from "../datasets/dataset.ts";
import { findStarter } from "../goals/catalogue.ts";
import { sayOutcome } from "../goals/say-outcome.ts";
import type { Dataset, Goal } from "../vocabulary.ts";
import type { ChannelShares } from "./channel-shares.ts";
import type { LabelOf } from "./field-labels.ts";
import { channelWords, durationWords, plainName, triggerWords, windowWords } from "./goal-parts.ts";
import type { GoalState } from "./goal-states.ts";
import { count, plural } from "./helpers.ts";
import { sayCondition } from "./say-condition.ts";
import { urls } from "./urls.ts";
import { capital, listWords, of100 } from "./words.ts";

/** One of the five facts of a goal. */
export interface GoalFact {
  readonly term: string;
  readonly value: string;
  readonly note: string | null;
  /** a condition, shown as it is written */
  readonly code: boolean;
  /** where to say what is not said yet */
  readonly missing: string | null;
}

export interface FactsOf {
  readonly dataset: Dataset;
  readonly state: GoalState;
  /** customers in the audience today; null where that cannot be counted */
  readonly audience: number | null;
  readonly shares: ChannelShares | null;
  readonly labelOf: LabelOf;
}

/** What we look for, for whom, how, what sets it off, and how long it is useful. */
export function goalFacts(facts: FactsOf): readonly GoalFact[] {
  return [lookFor(facts), forWhom(facts), reach(facts), setsOff(facts), actWithin(facts)];
}

function lookFor({ dataset, state }: FactsOf): GoalFact {
  const term = "What we look for";
  const { goal } = state;
  if (!goal.outcome) return missing(term, "Choose an outcome", "or sort by hand", dataset, goal, "outcome");
  const analysis = state.kind === "sorted" ? state.sorted.analysis : null;
  const label = state.kind === "sorted" ? state.sorted.resolved.outcome?.label : undefined;
  const counted = analysis?.positives == null ? null : `${count(analysis.positives)} of ${count(analysis.records)}`;
  const code = "sql" in goal.outcome;
  return {
    term,
    value: code ? sayOutcome(goal.outcome, dataset) : outcomeWords(goal, dataset, label),
    note: counted,
    code,
    missing: null,
  };
}

/** What the starter calls it where there is one, else the outcome itself. */
function outcomeWords(goal: Goal, dataset: Dataset, label: string | undefined): string {
  const starter = goal.from === undefined ? undefined : findStarter(goal.from);
  if (starter && goal.outcome && "is" in goal.outcome) return starter.outcome.says;
  if (goal.outcome && "table" in goal.outcome) {
    const { table, event, within } = goal.outcome;
    return `${event === null ? `Anything in ${table}` : plainName(event)} within ${durationWords(within)}`;
  }
  return label ?? (goal.outcome ? sayOutcome(goal.outcome, dataset) : "");
}

function forWhom({ dataset, state: { goal }, audience, labelOf }: FactsOf): GoalFact {
  const term = "For whom";
  const customers = plural(audience ?? 0, "customer", "customers");
  if (goal.audience === undefined) {
    return {
      term,
      value: "Every customer",
      note: plural(customersTable(dataset).records, "customer", "customers"),
      code: false,
      missing: null,
    };
  }
  const note = audience === null ? "cannot be counted yet" : `${customers} today`;
  const said = sayCondition(goal.audience, labelOf);
  return {
    term,
    value: said === null ? goal.audience : capital(said),
    note,
    code: said === null,
    missing: null,
  };
}

function reach({ dataset, state: { goal }, shares }: FactsOf): GoalFact {
  const term = "How we reach them";
  if (!goal.channels.length) return missing(term, "Choose a channel", "or only sort", dataset, goal, "channels");
  return { term, value: channelWords(goal.channels), note: agreedWords(goal, shares), code: false, missing: null };
}

/** "58 and 64 of 100 agreed" */
function agreedWords({ channels }: Goal, shares: ChannelShares | null): string | null {
  const agreed = channels.map((channel) => shares?.channels.find((one) => one.channel === channel)?.agreed ?? null);
  if (agreed.some((share) => share === null)) return shares ? "no agreement on file" : null;
  return `${listWords(
    agreed.map((share) => of100(share ?? 0)),
    9,
  )} of 100 agreed`;
}

function setsOff({ dataset, state: { goal }, labelOf }: FactsOf): GoalFact {
  const term = "What sets it off";
  if (goal.trigger) {
    const { value, note } = triggerWords(goal.trigger, labelOf);
    return { term, value, note, code: "when" in goal.trigger, missing: null };
  }
  const starter = goal.from === undefined ? undefined : findStarter(goal.from);
  if (starter) return missing(term, "Choose what does", "nothing found yet", dataset, goal, "trigger");
  return { term, value: "The day it is planned", note: null, code: false, missing: null };
}

function actWithin({ dataset, state: { goal } }: FactsOf): GoalFact {
  const term = "Action window";
  const words = windowWords(goal);
  if (words) return { term, ...words, code: false, missing: null };
  return missing(term, "Choose how long", "it stays useful", dataset, goal, "window");
}

function missing(term: string, value: string, note: string, dataset: Dataset, goal: Goal, part: string): GoalFact {
  return { term, value, note, code: false, missing: `${urls.editGoal(dataset.slug, goal.key)}#${part}` };
}
